package scrip.web.settings;

import java.util.List;

/**
 * Use day by day, stacked by operation: bars in chart units, and the same numbers for a table. Made by
 * {@link UsageChartDrawing}.
 *
 * @param total credits of all days
 * @param viewBox the drawing's units: 100 for a day by 1,000 for the top of the scale
 * @param scale the scale's labels from the top down, the last is "0"
 * @param ticks days to write under the chart, evenly apart
 * @param legend operations that were used, most first
 * @param days every day in order
 * @param empty whether nothing was used at all
 */
public record UsageChart(
        String total,
        String viewBox,
        List<String> scale,
        List<String> ticks,
        List<Legend> legend,
        List<Day> days,
        boolean empty) {

    /** Copies the lists. */
    public UsageChart {
        scale = List.copyOf(scale);
        ticks = List.copyOf(ticks);
        legend = List.copyOf(legend);
        days = List.copyOf(days);
    }

    /**
     * An operation in the legend.
     *
     * @param operation its key
     * @param credits spent on it in all
     */
    public record Legend(String operation, String credits) {}

    /**
     * A day.
     *
     * @param label such as "3 Nov"
     * @param iso the day as ISO-8601
     * @param total credits spent
     * @param left where its column of 100 units begins
     * @param bars its stack, bottom first
     */
    public record Day(String label, String iso, String total, int left, List<Piece> bars) {}

    /**
     * A piece of a day's stack.
     *
     * @param operation its key
     * @param credits spent on it
     * @param x left edge
     * @param y top edge, counted from the top
     * @param width its width
     * @param height its height
     */
    public record Piece(String operation, String credits, int x, int y, int width, int height) {}
}
