package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * The verification of all ledgers, template {@code operator/verify}.
 *
 * @param url this page; a POST verifies anew
 * @param at when it was verified, or null for not yet
 * @param pools ledgers checked
 * @param entries entries checked
 * @param ok whether nothing was found
 * @param findings what was found, workspace by workspace
 */
public record VerifyPage(
        String url, @Nullable Moment at, String pools, String entries, boolean ok, List<Finding> findings) {

    /**
     * A gap, a change or a drift.
     *
     * @param workspace whose it is
     * @param seq the ledger's entry at which it shows, or null if it is not in the ledger
     * @param what a sentence
     */
    public record Finding(String workspace, @Nullable String seq, String what) {}
}
