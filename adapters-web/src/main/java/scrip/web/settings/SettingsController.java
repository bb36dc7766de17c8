package scrip.web.settings;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import scrip.application.license.KeyReply;
import scrip.application.license.LicenseKeys;
import scrip.application.purchase.PurchaseStore;
import scrip.application.reading.Balances;
import scrip.application.workspace.Member;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.CreditPool;
import scrip.domain.purchase.Purchase;
import scrip.web.buy.PaymentReturn;
import scrip.web.buy.PaymentReturns;
import scrip.web.notice.NoticeBoard;
import scrip.web.page.Pager;
import scrip.web.place.Frames;
import scrip.web.place.Paths;
import scrip.web.place.Visit;
import scrip.web.topup.TopUpCards;

/** Settings: what a workspace has, used and bought. */
@Controller
@RequestMapping({Paths.LICENSE, Paths.SUBSCRIPTION})
class SettingsController {

    private static final int PURCHASES = 10;
    private static final int PURCHASES_OF_ALL = 50;
    private static final String ALL = "all";

    private final Frames frames;
    private final Balances balances;
    private final Usages usages;
    private final Records records;
    private final PaymentReturns returns;

    SettingsController(Frames frames, Balances balances, Usages usages, Records records, PaymentReturns returns) {
        this.frames = frames;
        this.balances = balances;
        this.usages = usages;
        this.records = records;
        this.returns = returns;
    }

    /** What is on record of a workspace beside its credits. */
    record Records(PurchaseStore purchases, Workspaces workspaces, LimitsCards limits, LicenseKeys licenses,
            NoticeBoard notices, TopUpCards topUps) {}

    /**
     * What the reader comes with.
     *
     * @param back
     *            how a payment ended that he comes back from, or null
     * @param looking
     *            what of the long lists to show
     * @param saved
     *            what he has just saved, {@code limits} or {@code license-key}, or null
     * @param refused
     *            what he sent and what was not taken
     */
    private record Errand(@Nullable PaymentReturn back, Looking looking, @Nullable String saved, Sent refused) {

        static Errand refused(Sent refused, @Nullable String builders) {
            return new Errand(null, new Looking(null, builders), null, refused);
        }

        boolean hasSaved(String what) {
            return what.equals(saved);
        }
    }

    /**
     * What of the long lists to show.
     *
     * @param purchases
     *            null for the latest alone, {@value #ALL} for all of them, or the id of the one that the page before ended
     *            with
     * @param builders
     *            which page of the builders' limits; what is no number is the first
     */
    record Looking(@Nullable String purchases, @Nullable String builders) {

        int page() {
            return builders != null && builders.matches("[0-9]{1,6}") ? Integer.parseInt(builders) : 1;
        }

        @Nullable
        String before() {
            return ALL.equals(purchases) ? null : purchases;
        }

        int most() {
            return purchases == null ? PURCHASES : PURCHASES_OF_ALL;
        }
    }

    /**
     * Forms as they were sent.
     *
     * @param keyRefusal
     *            ends {@code license-key.refused.…}, or null
     */
    private record Sent(@Nullable LimitsForm limits, String key, @Nullable String keyRefusal) {

        static final Sent NOTHING = new Sent(null, "", null);
    }

    /**
     * @param checkout
     *            the gateway's id of a checkout that the reader comes back from, or null
     * @param payment
     *            id of a purchase on whose payment page he turned back, or that was free of charge, or null
     */
    @GetMapping
    String show(Visit visit, Looking looking, @RequestParam(required = false) @Nullable String checkout,
            @RequestParam(required = false) @Nullable String payment,
            @RequestParam(required = false) @Nullable String saved, Model model) {
        PaymentReturn back = visit.isAdmin() ? returns.of(visit, checkout, payment).orElse(null) : null;
        return show(visit, pool(visit), new Errand(back, looking, saved, Sent.NOTHING), model);
    }

    /** Sets the limits per builder, or shows what is wrong with them. */
    @PostMapping("/limits")
    String limit(Visit visit, @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) @Nullable String builders, HttpServletResponse response, Model model) {
        visit.asAdmin();
        CreditPool pool = pool(visit);
        LimitsForm sent = LimitsForm.of(form);
        if (records.limits.save(pool, sent)) {
            return "redirect:" + visit.place().settings() + "?saved=limits&builders="
                    + new Looking(null, builders).page() + "#limits";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(visit, pool, Errand.refused(new Sent(sent, "", null), builders), model);
    }

    /** Enters the license of a key (rule 7), or says why not. */
    @PostMapping("/key")
    String enter(Visit visit, @RequestParam(defaultValue = "") String key, HttpServletResponse response, Model model) {
        visit.asAdmin();
        if (!records.licenses.isSelfHosted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (records.licenses.update(visit.pool(), key)) {
            case KeyReply.Taken _ -> "redirect:" + visit.place().settings() + "?saved=license-key";
            case KeyReply.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(visit, pool(visit), Errand.refused(new Sent(null, key, refused.reason().key()), null),
                        model);
            }
        };
    }

    /** In the cloud there is none. */
    private PlanCard.@Nullable KeyForm keyForm(Visit visit, Errand errand) {
        return records.licenses.isSelfHosted()
                ? new PlanCard.KeyForm(visit.place().settings() + "/key", records.licenses.instance(),
                        errand.refused.key, errand.refused.keyRefusal, errand.hasSaved("license-key"))
                : null;
    }

    private String show(Visit visit, CreditPool pool, Errand errand, Model model) {
        model.addAttribute("frame", frames.of(visit, visit.place().kind()));
        model.addAttribute("page", new SettingsPage(visit.place().kind(), visit.isAdmin() ? visit.place().buy() : null,
                visit.place().usage(), errand.back, records.notices.of(visit, pool), card(visit, pool),
                visit.isAdmin() ? null : records.limits.own(pool, visit.member().email()),
                visit.isAdmin() ? admin(visit, pool, errand) : null));
        return "settings";
    }

    /** The AI credits card alone, as it is now. */
    @GetMapping("/credits")
    String credits(Visit visit, Model model) {
        model.addAttribute("credits", card(visit, pool(visit)));
        return "fragments/credits :: card";
    }

    private CreditsCard card(Visit visit, CreditPool pool) {
        return CreditsCards.of(pool, balances.forecast(pool),
                new CreditsCards.Updates(visit.place().settings() + "/credits", visit.place().settings() + "/stream"));
    }

    private SettingsPage.Admin admin(Visit visit, CreditPool pool, Errand errand) {
        String settings = visit.place().settings();
        Looking looking = errand.looking;
        List<Member> members = records.workspaces.members(visit.pool());
        List<Purchase> found = records.purchases.ofPool(visit.pool(), looking.before(), looking.most() + 1);
        boolean more = found.size() > looking.most();
        List<Purchase> shown = more ? found.subList(0, looking.most()) : found;
        return new SettingsPage.Admin(PlanCards.of(pool, keyForm(visit, errand)), usages.chart(pool),
                usages.top(pool, members, visit.place()), new PurchaseRows(members, pool.asOf()).of(shown),
                more && looking.purchases == null ? purchasesUrl(settings, ALL) : null,
                looking.purchases == null ? new Pager(null, null)
                        : new Pager(looking.before() == null ? null : purchasesUrl(settings, ALL),
                                more ? purchasesUrl(settings, shown.getLast().id()) : null),
                records.limits.of(pool, members, new LimitsCards.Look(settings, looking.page(),
                        errand.refused.limits, errand.hasSaved("limits"))),
                records.topUps.of(visit.pool(), settings, errand.saved));
    }

    private static String purchasesUrl(String settings, String from) {
        return settings + "?purchases=" + from + "#purchases-title";
    }

    private CreditPool pool(Visit visit) {
        return balances.now(visit.pool()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
