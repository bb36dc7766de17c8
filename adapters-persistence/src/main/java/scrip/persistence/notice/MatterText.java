package scrip.persistence.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.persistence.sql.Json;
import scrip.persistence.sql.Micros;

/** What a notice is about as it stands in its JSON: credits and instants in micros. Names are kept for ever. */
final class MatterText {

    private MatterText() {}

    private record Low(int percent, long left, long granted, long available, long renewsAt) {}

    private record Exhausted(long granted, long available, long renewsAt) {}

    private record AddOnEnding(int days, long micros, long endsAt) {}

    private record PlanChanged(@Nullable String plan, int builders, long monthly) {}

    private record PaymentFailed(@Nullable String purchase, long micros) {}

    static String of(Matter matter) {
        return Json.MAPPER.writeValueAsString(switch (matter) {
            case Matter.Low m -> new Low(m.percent(), m.left().micros(), m.granted().micros(),
                    m.available().micros(), Micros.of(m.renewsAt()));
            case Matter.Exhausted m -> new Exhausted(m.granted().micros(), m.available().micros(),
                    Micros.of(m.renewsAt()));
            case Matter.AddOnEnding m -> new AddOnEnding(m.days(), m.credits().micros(), Micros.of(m.endsAt()));
            case Matter.PlanChanged m -> new PlanChanged(m.plan(), m.builders(), m.monthly().micros());
            case Matter.PaymentFailed m -> new PaymentFailed(m.purchase(), m.credits().micros());
        });
    }

    /**
     * @param type
     *            {@link Matter#key}
     */
    static Matter parse(String type, String json) {
        return switch (type) {
            case "credits.low" -> low(read(json, Low.class));
            case "credits.exhausted" -> exhausted(read(json, Exhausted.class));
            case "add_on.ending" -> ending(read(json, AddOnEnding.class));
            case "plan.changed" -> changed(read(json, PlanChanged.class));
            case "payment.failed" -> failed(read(json, PaymentFailed.class));
            default -> throw new IllegalStateException("a notice of an unknown type: " + type);
        };
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.MAPPER.readValue(json, type);
    }

    private static Matter low(Low m) {
        return new Matter.Low(m.percent, credits(m.left), credits(m.granted), credits(m.available),
                instant(m.renewsAt));
    }

    private static Matter exhausted(Exhausted m) {
        return new Matter.Exhausted(credits(m.granted), credits(m.available), instant(m.renewsAt));
    }

    private static Matter ending(AddOnEnding m) {
        return new Matter.AddOnEnding(m.days, credits(m.micros), instant(m.endsAt));
    }

    private static Matter changed(PlanChanged m) {
        return new Matter.PlanChanged(m.plan, m.builders, credits(m.monthly));
    }

    private static Matter failed(PaymentFailed m) {
        return new Matter.PaymentFailed(m.purchase, credits(m.micros));
    }

    private static Credits credits(long micros) {
        return Credits.ofMicros(micros);
    }

    private static Instant instant(long micros) {
        return Micros.toInstant(micros);
    }
}
