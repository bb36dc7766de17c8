package scrip.web.demo;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.MeterOperations;
import scrip.application.payment.PastPayments;
import scrip.application.pool.PoolStore;
import scrip.application.promo.PromoStore;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Shop;
import scrip.application.workspace.WorkspaceStore;
import scrip.domain.pool.Terms;

/** What the demo's own use cases stand on: the service's stores and rules, on another clock. */
record Stores(PoolStore pools, WorkspaceStore workspaces, Selling selling, Terms terms, Shop shop,
        MeterOperations.Tariff tariff) {

    /**
     * What is kept of sales.
     *
     * @param payments
     *            the gateway's side of it, null where real payments could not be told from these
     */
    record Selling(PurchaseStore purchases, PromoStore promos, Discrepancies discrepancies,
            @Nullable PastPayments payments) {}
}
