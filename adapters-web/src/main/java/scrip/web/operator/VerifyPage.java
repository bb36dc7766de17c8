package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * The verification of all ledgers, template {@code operator/verify}.
 *
 * @param url this page; a POST begins another verification
 * @param state {@code none}, {@code running}, {@code stopped}, {@code whole} or {@code flawed}
 * @param at when it began, or null if there was none yet
 * @param pools ledgers checked so far
 * @param entries entries checked so far
 * @param findings what was found, workspace by workspace
 */
public record VerifyPage(
        String url, String state, @Nullable Moment at, String pools, String entries, List<Finding> findings) {

    /** @return whether it changes by itself */
    public boolean running() {
        return state.equals("running");
    }

    /**
     * A gap, a change or a drift.
     *
     * @param workspace whose it is
     * @param seq the ledger's entry at which it shows, or null if it is not in the ledger
     * @param what a sentence
     */
    public record Finding(String workspace, @Nullable String seq, String what) {}
}
