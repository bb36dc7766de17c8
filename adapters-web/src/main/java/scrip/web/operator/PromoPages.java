package scrip.web.operator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.promo.PromoStore;
import scrip.application.purchase.Shop;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.web.form.Form;
import scrip.web.page.AmountText;
import scrip.web.page.Bar;
import scrip.web.page.Moment;
import scrip.web.page.Notice;
import scrip.web.settings.CreditsCards;

/** Fills the page of promo codes and does what its forms ask. */
final class PromoPages {

    static final String URL = OperatorPages.HOME + "/promo-codes";

    private static final int ROWS = 1_000;

    private final PromoStore promos;
    private final Shop shop;
    private final InstantSource clock;

    PromoPages(PromoStore promos, Shop shop, InstantSource clock) {
        this.promos = promos;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Makes a code. One that is there, retired or not, keeps its terms: only the API, which names what it changes, gives
     * it new ones.
     *
     * @return whether the form was in order: its code is then in force
     */
    boolean save(Form form) {
        Optional<PromoCode> code = PromoForm.read(form, shop.minimumCharge().currency(), clock.instant());
        boolean made = code.filter(promos::make).isPresent();
        if (code.isPresent() && !made) {
            form.refuse("code", "code_exists");
        }
        return made;
    }

    /** Withdraws a code; one that is not there is withdrawn already. */
    void retire(String typed) {
        PromoCode.normalized(typed).ifPresent(code -> promos.retire(code, clock.instant()));
    }

    /**
     * @param refused
     *            the form that was refused, or null
     * @param done
     *            what the last form did, or null
     */
    PromoCodesPage page(@Nullable Form refused, @Nullable String done) {
        Instant now = clock.instant();
        return new PromoCodesPage(URL, notices(refused, done),
                promos.list(ROWS).stream().map(counted -> code(counted, now)).toList(),
                refused == null ? PromoForm.opening() : refused);
    }

    private static List<Notice> notices(@Nullable Form refused, @Nullable String done) {
        if (refused != null) {
            return List.of(new Notice("check-fields", List.of(), "danger", null));
        }
        return done == null ? List.of() : List.of(new Notice("done-" + done, List.of(), "success", null));
    }

    private static PromoCodesPage.Code code(PromoStore.Counted counted, Instant now) {
        PromoCode promo = counted.code();
        return switch (promo.gives()) {
            case Benefit.PercentOff off -> code(counted, "percentOff", off.percent() + " %", now);
            case Benefit.AmountOff off -> code(counted, "amountOff",
                    AmountText.money(off.amount().minorUnits(), off.amount().currency()), now);
            case Benefit.BonusCredits bonus -> code(counted, "bonusCredits", CreditsCards.text(bonus.credits()), now);
        };
    }

    private static PromoCodesPage.Code code(PromoStore.Counted counted, String kind, String value, Instant now) {
        PromoCode promo = counted.code();
        return new PromoCodesPage.Code(promo.code(), kind, value, promo.status(counted.redemptions(), now).key(),
                use(counted), terms(promo.conditions()));
    }

    private static PromoCodesPage.Use use(PromoStore.Counted counted) {
        Long most = counted.code().conditions().maxRedemptions();
        return new PromoCodesPage.Use(AmountText.count(counted.redemptions()),
                most == null ? null : AmountText.count(most),
                most == null ? null : Bar.of(Math.min(counted.redemptions(), most), 0, most));
    }

    private static PromoCodesPage.Terms terms(Conditions on) {
        return new PromoCodesPage.Terms(CreditsCards.textOrNull(on.minimumCredits()),
                on.maxPerPool() == null ? null : AmountText.count(on.maxPerPool()), on.firstPurchaseOnly(),
                on.startsAt() == null ? null : Moment.minute(on.startsAt()),
                on.endsAt() == null ? null : Moment.minute(on.endsAt()));
    }
}
