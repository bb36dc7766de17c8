package scrip.domain.audit;

import scrip.domain.audit.Flaw.Kind;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.Reversals;

/** Compares what purchases say of their credits with what the ledger added and took back for them (rules 25 and 29). */
public final class PurchaseCheck {

    private final Tally tally;
    private final Flaws flaws;

    PurchaseCheck(Tally tally, Flaws flaws) {
        this.tally = tally;
        this.flaws = flaws;
    }

    /** Takes the next purchase of the pool. */
    public void next(Purchase purchase) {
        boolean paid = purchase.payment() != null;
        Reversals so = purchase.reversals();
        String id = purchase.id();
        flaws.compare(Kind.PURCHASE, "What purchase %s added".formatted(id),
                paid ? purchase.order().credits().micros() : 0, tally.sold.remove(id));
        flaws.compare(Kind.PURCHASE, "The bonus of purchase %s".formatted(id),
                paid ? purchase.order().bonus().micros() : 0, tally.bonuses.remove(id));
        flaws.compare(Kind.PURCHASE, "What was taken back of purchase %s".formatted(id),
                so.taken().total().micros(), tally.revoked.remove(id));
    }

    /** All purchases were taken: the ledger has sold nothing else. */
    public void end() {
        tally.sold.left().forEach((id, micros) -> flaws.add(Kind.PURCHASE, null,
                "The ledger adds %s credits for purchase %s, which is not there.".formatted(Flaws.credits(micros),
                        id)));
    }
}
