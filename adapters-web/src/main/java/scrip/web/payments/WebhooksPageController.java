package scrip.web.payments;

import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Discrepancy;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.Webhooks;
import scrip.web.notice.DeliveryRows;
import scrip.web.place.Frames;

/** The operator's page Webhooks: what came in, what differs, and what to do about it. */
@Controller
@RequestMapping(WebhooksPages.URL)
class WebhooksPageController {

    private final Frames frames;
    private final WebhooksPages pages;
    private final Actions actions;

    /**
     * What the page's buttons do.
     *
     * @param wake
     *            tells the inbox's worker that there is something to do
     */
    record Actions(Webhooks webhooks, Reconciliation reconciliation, Discrepancies discrepancies,
            DeliveryRows deliveries, Runnable wake) {}

    WebhooksPageController(Frames frames, WebhooksPages pages, Actions actions) {
        this.frames = frames;
        this.pages = pages;
        this.actions = actions;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String dead,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String told, Model model) {
        model.addAttribute("frame", frames.ofOperator("webhooks"));
        model.addAttribute("page", pages.page(dead != null, before, Told.known(told)));
        return "operator/webhooks";
    }

    @PostMapping("/replay")
    String replay(@RequestParam String id) {
        boolean known = actions.webhooks.replay(id);
        actions.wake.run();
        return back(known ? Told.REPLAYED : Told.GONE);
    }

    @PostMapping("/put-away")
    String putAway(@RequestParam String id, Principal operator) {
        return back(actions.webhooks.putAway(id, operator.getName()) ? Told.PUT_AWAY : Told.GONE);
    }

    @PostMapping("/reconcile")
    String reconcile() {
        return back(actions.reconciliation.run().reached() ? Told.RECONCILED : Told.UNREACHED);
    }

    @PostMapping("/settle")
    String settle(@RequestParam String kind, @RequestParam String subject) {
        boolean known = Arrays.stream(Discrepancy.Kind.values()).filter(one -> one.key().equals(kind))
                .anyMatch(one -> actions.discrepancies.settle(one, subject));
        return back(known ? Told.SETTLED : Told.GONE);
    }

    @PostMapping("/resend")
    String resend(@RequestParam String id) {
        return back(actions.deliveries.resend(id) ? Told.RESENT : Told.GONE);
    }

    private static String back(Told told) {
        return "redirect:" + WebhooksPages.URL + "?told=" + told.key();
    }

    /** What a button did; each has words in the messages. */
    private enum Told {
        REPLAYED, PUT_AWAY, RECONCILED, UNREACHED, SETTLED, RESENT, GONE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable String known(@Nullable String key) {
            return Arrays.stream(values()).map(Told::key).filter(one -> one.equals(key)).findFirst().orElse(null);
        }
    }
}
