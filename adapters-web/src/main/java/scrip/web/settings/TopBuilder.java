package scrip.web.settings;

import scrip.web.page.Bar;

/**
 * One of those who used most in this period.
 *
 * @param name as people call them
 * @param initials one or two letters
 * @param used credits spent
 * @param bar use beside the one who used most
 * @param usageUrl the builder's own charges
 */
public record TopBuilder(
        String name, String initials, String used, Bar bar, String usageUrl) {}
