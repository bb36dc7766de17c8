package scrip.web.settings;

import scrip.web.page.Bar;

/**
 * One of those who used most in this period.
 *
 * @param name as people call them
 * @param initials one or two letters
 * @param used credits spent
 * @param charges number of charges, as text
 * @param bar use beside the one who used most
 * @param usageUrl the builder's own charges
 */
public record TopBuilder(
        String name, String initials, String used, String charges, Bar bar, String usageUrl) {}
