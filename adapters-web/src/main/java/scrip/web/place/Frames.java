package scrip.web.place;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentMode;
import scrip.web.page.Frame;

/** Draws what stands around a page. */
public final class Frames {

    private static final Frame.Viewer OPERATOR = new Frame.Viewer("Operator", "operator", "operator");

    /** The pages of the operator's console in the order of its navigation: one line for each that there is. */
    private static final List<ConsolePage> CONSOLE = List.of(
            new ConsolePage("workspaces", "/operator"), new ConsolePage("promo-codes", "/operator/promo-codes"),
            new ConsolePage("webhooks", "/operator/webhooks"), new ConsolePage("verify", "/operator/verify"));

    private final PaymentGateway gateway;

    private record ConsolePage(String key, String url) {}

    public Frames(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /** @param current the key of the link that leads here */
    public Frame of(Visit visit, String current) {
        Place place = visit.place();
        List<Frame.Link> links = new ArrayList<>();
        links.add(link("builder", place.builder(), current));
        links.add(link(place.kind(), place.settings(), current));
        links.add(link("usage", place.usage(), current));
        return new Frame(place.workspace().name(), "/", links,
                new Frame.Viewer(visit.member().name(), visit.member().email(), visit.member().role().key()),
                isSandbox());
    }

    /** @param current the key of the link that leads here */
    public Frame ofOperator(String current) {
        return new Frame(null, "/operator", CONSOLE.stream()
                .map(page -> link(page.key(), page.url(), current)).toList(), OPERATOR, isSandbox());
    }

    /** @param viewer who is signed in, or null for nobody */
    public Frame ofNowhere(Frame.@Nullable Viewer viewer) {
        return new Frame(null, "/", List.of(), viewer, isSandbox());
    }

    private boolean isSandbox() {
        return gateway.mode() == PaymentMode.SANDBOX;
    }

    private static Frame.Link link(String key, String url, String current) {
        return new Frame.Link(key, url, key.equals(current));
    }
}
