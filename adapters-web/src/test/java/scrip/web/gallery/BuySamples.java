package scrip.web.gallery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.buy.BuyPage;
import scrip.web.buy.Quote;

/** Get AI credits with a price, and with a number and a code that are refused. */
final class BuySamples {

    private BuySamples() {}

    static BuyPage buy() {
        return buy(
                new Quote(
                        "500",
                        "$1.00",
                        "$5.00",
                        "$1.00",
                        null,
                        "WELCOME20",
                        "$4.00",
                        false,
                        "2,139.5",
                        "2,639.5",
                        "300",
                        Samples.day("2027-03-02T10:00:00Z"),
                        Samples.day("2027-11-24T03:20:00Z")),
                null);
    }

    static BuyPage buyRefused() {
        return buy(null, "not_hundreds");
    }

    private static BuyPage buy(@Nullable Quote quote, @Nullable String refusal) {
        return new BuyPage(
                Samples.BASE + "/buy",
                Samples.BASE + "/buy/quote",
                Samples.BASE,
                "2b1f6c1e-0000-4000-8000-000000000000",
                refusal == null ? "500" : "250",
                100,
                1_000_000,
                List.of(
                        new BuyPage.Pack("100", "100", "$1.00", false),
                        new BuyPage.Pack("500", "500", "$5.00", refusal == null),
                        new BuyPage.Pack("1000", "1,000", "$9.50", false),
                        new BuyPage.Pack("5000", "5,000", "$45.00", false)),
                "WELCOME20",
                quote,
                refusal,
                refusal == null ? null : "ended",
                null);
    }
}
