package scrip.domain.pool;

import java.util.List;

import scrip.domain.ledger.Transfer;
import scrip.domain.notice.Notice;

/**
 * What a turn decided: the answers, and all that has to be written to make them true.
 *
 * @param pool
 *            the pool after it
 * @param replies
 *            one for each command, in order
 * @param transfers
 *            movements to append to the ledger, in order
 * @param holds
 *            holds that are new or changed, each once, as they are now
 * @param charges
 *            charges that are new or changed, each once, as they are now, with what repaid their debt
 * @param usage
 *            what was used and made good, in order
 * @param repayments
 *            what repaid the debt of charges that were neither loaded nor made in the turn, in order: to be added to what
 *            those can give back ({@link Charge#withRepaid})
 * @param notices
 *            what people are to be told, in order (rule 31)
 */
public record Decision(CreditPool pool, List<Reply> replies, List<Transfer> transfers, List<Hold> holds,
        List<Charge> charges, List<Usage> usage, List<Repayment> repayments, List<Notice> notices) {

    /** @return the answer of a turn of one command */
    public Reply reply() {
        return replies.getFirst();
    }
}
