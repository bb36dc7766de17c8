package scrip.application.purchase;

import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;

/**
 * What the operator of the service has configured about selling.
 *
 * @param minimumCharge
 *            what the gateway charges at least, in the currency of the prices
 * @param freePlanBuys
 *            whether a pool on the free plan can buy add-on credits (rule 6)
 */
public record Shop(PriceList prices, Money minimumCharge, boolean freePlanBuys) {}
