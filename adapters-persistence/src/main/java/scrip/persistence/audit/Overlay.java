package scrip.persistence.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

/** Totals that belong to those of a table, row by row. */
final class Overlay<T> {

    private final Comparator<T> order;
    private final BinaryOperator<T> sum;
    private final NavigableMap<T, T> totals;

    /**
     * @param order  of the rows, by what tells them apart
     * @param sum    of two that are of the same row
     * @param totals in any order, some perhaps of the same row
     */
    Overlay(Comparator<T> order, BinaryOperator<T> sum, List<T> totals) {
        this.order = order;
        this.sum = sum;
        this.totals = new TreeMap<>(order);
        totals.forEach(total -> this.totals.merge(total, total, sum));
    }

    /**
     * @param after what the page before ended with, null for the first
     * @param limit rows of the table on a page
     * @param rows  the rows that follow, in order; fewer than the limit if they are the last ones
     * @return the rows with their totals and, between and behind them, totals of rows that are not there yet
     */
    List<T> page(@Nullable T after, int limit, List<T> rows) {
        NavigableMap<T, T> page = new TreeMap<>(order);
        rows.forEach(row -> page.put(row, row));
        NavigableMap<T, T> more = after == null ? totals : totals.tailMap(after, false);
        if (rows.size() >= limit) {
            more = more.headMap(rows.getLast(), true);
        }
        more.values().forEach(total -> page.merge(total, total, sum));
        return new ArrayList<>(page.values());
    }
}
