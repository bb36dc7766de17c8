package scrip.persistence.pool;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Receipt;
import scrip.persistence.sql.Json;

/** A receipt as it stands in its JSON; amounts of lines are texts, so that not even a zero at their end is lost. */
record ReceiptText(@Nullable String rateCard, List<LineText> lines) {

    record LineText(String model, String kind, long tokens, long perMillion, String credits) {

        static LineText of(Receipt.Line line) {
            return new LineText(line.model(), line.kind(), line.tokens(), line.perMillion().micros(),
                    line.credits().toString());
        }

        Receipt.Line toDomain() {
            return new Receipt.Line(model, kind, tokens, Credits.ofMicros(perMillion), new BigDecimal(credits));
        }
    }

    /** @return JSON, or null for a receipt that says nothing */
    static @Nullable String of(Receipt receipt) {
        return receipt.equals(Receipt.REPORTED) ? null
                : Json.MAPPER.writeValueAsString(
                        new ReceiptText(receipt.rateCard(), receipt.lines().stream().map(LineText::of).toList()));
    }

    static Receipt parse(@Nullable String json) {
        if (json == null) {
            return Receipt.REPORTED;
        }
        ReceiptText text = Json.MAPPER.readValue(json, ReceiptText.class);
        return new Receipt(text.rateCard, text.lines.stream().map(LineText::toDomain).toList());
    }
}
