package scrip.web.topup;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import scrip.application.payment.CheckoutOrder;
import scrip.application.purchase.Shop;
import scrip.application.topup.SavedCards;
import scrip.domain.topup.AutoTopUp;
import scrip.web.place.Paths;
import scrip.web.place.PublicAddress;
import scrip.web.place.Visit;

/** What an admin does about automatic top-up. Everything leads back to the settings page, which tells how it went. */
@Controller
@RequestMapping({Paths.LICENSE, Paths.SUBSCRIPTION})
class TopUpController {

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private final SavedCards cards;
    private final Shop shop;
    private final PublicAddress address;
    private final boolean offered;

    /** @param offered whether anything is bought automatically here at all: else there is nothing to set */
    TopUpController(SavedCards cards, Shop shop, PublicAddress address, boolean offered) {
        this.cards = cards;
        this.shop = shop;
        this.address = address;
        this.offered = offered;
    }

    private void admit(Visit visit) {
        visit.asAdmin();
        if (!offered) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @PostMapping("/top-up")
    View set(Visit visit, TopUpForm form) {
        admit(visit);
        if (form.lacksConsent()) {
            return back(visit, TopUpCards.NO_CONSENT);
        }
        Optional<AutoTopUp.Settings> settings = form.settings(shop);
        settings.ifPresent(wanted -> cards.set(visit.pool(), wanted));
        return back(visit, settings.isPresent() ? TopUpCards.SAVED : TopUpCards.INVALID);
    }

    /** Leads to the gateway's page on which the card is saved. */
    @PostMapping("/top-up/card")
    View card(Visit visit, @RequestParam String key, HttpServletRequest request) {
        admit(visit);
        if (!KEY.matcher(key).matches()) {
            return back(visit, TopUpCards.INVALID);
        }
        String settings = visit.place().settings();
        CheckoutOrder.Returns returns = new CheckoutOrder.Returns(
                address.of(request, settings + "/top-up/card?session=" + CheckoutOrder.Returns.SESSION),
                URI.create(address.of(request, settings + "#top-up")));
        return cards.open(visit.pool(), key, visit.member().email(), returns)
                .map(page -> to(page.toString())).orElseGet(() -> back(visit, TopUpCards.UNAVAILABLE));
    }

    /** The admin is back from that page. */
    @GetMapping("/top-up/card")
    View saved(Visit visit, @RequestParam String session) {
        admit(visit);
        return back(visit, switch (cards.returned(visit.pool(), session)) {
            case SAVED -> TopUpCards.CARD;
            case NONE -> TopUpCards.NO_CARD;
            case NOT_KNOWN -> TopUpCards.CARD_LATER;
        });
    }

    private static View back(Visit visit, String told) {
        return to(visit.place().settings() + "?saved=" + told + "#top-up");
    }

    private static View to(String url) {
        RedirectView redirect = new RedirectView(url);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }
}
