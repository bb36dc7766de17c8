package scrip.web.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import scrip.application.purchase.PurchaseStore;
import scrip.application.reading.Balances;
import scrip.application.workspace.Member;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.CreditPool;
import scrip.domain.purchase.Purchase;
import scrip.web.buy.PaymentReturn;
import scrip.web.buy.PaymentReturns;
import scrip.web.place.Frames;
import scrip.web.place.Paths;
import scrip.web.place.Visit;

/** Settings: what a workspace has, used and bought. */
@Controller
@RequestMapping({Paths.LICENSE, Paths.SUBSCRIPTION})
class SettingsController {

    private static final int PURCHASES = 10;
    private static final int ALL_PURCHASES = 1_000;

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
    record Records(PurchaseStore purchases, Workspaces workspaces) {}

    /**
     * @param checkout
     *            the gateway's id of a checkout that the reader comes back from, or null
     * @param payment
     *            {@code cancelled} if he turned back, or null
     * @param all
     *            whether to list all purchases
     */
    @GetMapping
    String show(Visit visit, @RequestParam(required = false) @Nullable String checkout,
            @RequestParam(required = false) @Nullable String payment,
            @RequestParam(name = "purchases", required = false) @Nullable String all, Model model) {
        PaymentReturn back = visit.isAdmin() ? returns.of(visit, checkout, payment).orElse(null) : null;
        CreditPool pool = pool(visit);
        model.addAttribute("frame", frames.of(visit, visit.place().kind()));
        model.addAttribute("page", new SettingsPage(visit.place().kind(), visit.isAdmin() ? visit.place().buy() : null,
                visit.place().usage(), back, List.of(), card(visit, pool),
                visit.isAdmin() ? null : usages.own(pool, visit.member().email()),
                visit.isAdmin() ? admin(visit, pool, all != null) : null));
        return "settings";
    }

    /** The AI credits card alone, as it is now. */
    @GetMapping("/credits")
    String credits(Visit visit, Model model) {
        model.addAttribute("credits", card(visit, pool(visit)));
        return "fragments/credits :: card";
    }

    private CreditsCard card(Visit visit, CreditPool pool) {
        return CreditsCards.of(pool, balances.forecast(pool), visit.place().settings() + "/credits");
    }

    private SettingsPage.Admin admin(Visit visit, CreditPool pool, boolean all) {
        List<Member> members = records.workspaces.members(visit.pool());
        List<Purchase> latest = records.purchases.ofPool(visit.pool(), all ? ALL_PURCHASES : PURCHASES + 1);
        boolean more = !all && latest.size() > PURCHASES;
        return new SettingsPage.Admin(PlanCards.of(pool), usages.chart(pool),
                usages.top(pool, members, visit.place()),
                new PurchaseRows(members, pool.asOf()).of(more ? latest.subList(0, PURCHASES) : latest),
                more ? visit.place().settings() + "?purchases=all" : null, null);
    }

    private CreditPool pool(Visit visit) {
        return balances.now(visit.pool()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
