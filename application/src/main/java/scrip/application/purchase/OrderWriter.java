package scrip.application.purchase;

import scrip.application.pool.Answer;
import scrip.domain.purchase.Purchase;

/** Puts what became of an order into the words that go out; quick and without I/O. */
public interface OrderWriter {

    /** @param purchase with its checkout open, or paid already because nothing was due */
    Answer write(Purchase purchase);

    Answer write(Refusal refusal);
}
