package scrip.web.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** How amounts of credits and of money are written on pages, exactly and never rounded. */
public final class AmountText {

    private static final int CREDIT_DECIMALS = 6;

    private AmountText() {}

    /**
     * Credits with grouping and only the decimals they have: "2,400", "499.94".
     *
     * @param microCredits credits in millionths
     */
    public static String credits(long microCredits) {
        return format("#,##0.######").format(BigDecimal.valueOf(microCredits, CREDIT_DECIMALS));
    }

    /** A plain count with grouping: "12,345". */
    public static String count(long number) {
        return format("#,##0").format(number);
    }

    /**
     * Money with its currency's sign: "$49.50".
     *
     * @param minorUnits the amount in the currency's minor unit
     * @param currency an ISO 4217 code in either case
     */
    public static String money(long minorUnits, String currency) {
        Currency unit = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(minorUnits, unit.getDefaultFractionDigits()));
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    }
}
