package scrip.web.page;

import java.math.BigInteger;

/**
 * A bar of two parts, in thousandths of its whole length; what is left of 1,000 is free.
 *
 * @param used thousandths that are used
 * @param held thousandths that are on hold, drawn after the used ones
 */
public record Bar(int used, int held) {

    private static final int WHOLE = 1000;

    /**
     * A bar for amounts of one unit. Amounts beyond the whole fill the bar and no more.
     *
     * @param used at least 0
     * @param held at least 0
     * @param whole the length of the bar; a bar of nothing is full
     */
    public static Bar of(long used, long held, long whole) {
        int usedPart = thousandths(used, whole);
        return new Bar(usedPart, Math.min(thousandths(held, whole), WHOLE - usedPart));
    }

    /** The used part in whole percent, as screen readers say it. */
    public int percent() {
        return used / 10;
    }

    /** How the bar is tinted: {@code calm}, {@code low} from 80 % used, {@code empty} at 100 %. */
    public String tone() {
        if (used + held >= WHOLE) {
            return "empty";
        }
        return used + held >= 800 ? "low" : "calm";
    }

    private static int thousandths(long part, long whole) {
        if (whole <= 0) {
            return WHOLE;
        }
        BigInteger share = BigInteger.valueOf(Math.max(part, 0))
                .multiply(BigInteger.valueOf(WHOLE))
                .divide(BigInteger.valueOf(whole));
        return share.min(BigInteger.valueOf(WHOLE)).intValue();
    }
}
