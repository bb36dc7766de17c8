package scrip.application.promo;

import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;

/** Whether a purchase could redeem a code as things stand. */
public sealed interface PromoCheck {

    record Good(PromoCode code) implements PromoCheck {}

    record Refused(PromoRefusal why) implements PromoCheck {}
}
