package scrip.payment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import org.jspecify.annotations.Nullable;
import scrip.domain.pricing.Money;

/**
 * A JSON object of Stripe's, read field by field, so that an object of any API version is understood as far as the
 * fields that we need are what we take them for. A missing field and one of an unexpected kind are the same: empty.
 *
 * @param json
 *            the object
 */
record StripeJson(JsonObject json) {

    private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** Reads a text, which is empty unless it is exactly one JSON object. */
    static Optional<StripeJson> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return STRICT.fromJson(text, JsonElement.class) instanceof JsonObject object
                    ? Optional.of(new StripeJson(object))
                    : Optional.empty();
        } catch (JsonParseException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** A text that is not blank. */
    Optional<String> text(String field) {
        return primitive(field).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString)
                .filter(value -> !value.isBlank());
    }

    /** A whole number. */
    OptionalLong number(String field) {
        Optional<JsonPrimitive> found = primitive(field).filter(JsonPrimitive::isNumber);
        try {
            return found.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(new BigDecimal(found.get().getAsString()).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }

    /** A time in seconds since the epoch. */
    Optional<Instant> instant(String field) {
        OptionalLong seconds = number(field);
        try {
            return seconds.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds.getAsLong()));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /** An amount in this object's own currency. */
    Optional<Money> money(String field) {
        OptionalLong amount = number(field);
        Optional<String> currency = text("currency").filter(code -> code.matches("[A-Za-z]{3}"));
        return amount.isPresent() && amount.getAsLong() >= 0
                ? currency.map(code -> Money.of(amount.getAsLong(), code))
                : Optional.empty();
    }

    /** An object inside this one. */
    Optional<StripeJson> object(String field) {
        return json.get(field) instanceof JsonObject object ? Optional.of(new StripeJson(object)) : Optional.empty();
    }

    /** The id of another object, whether that is named or expanded here. */
    Optional<String> reference(String field) {
        return text(field).or(() -> object(field).flatMap(expanded -> expanded.text("id")));
    }

    /** The objects of a list, either plain or in Stripe's envelope with {@code data}; anything else has none. */
    List<StripeJson> list(String field) {
        JsonElement found = json.get(field);
        JsonElement data = found instanceof JsonObject envelope ? envelope.get("data") : found;
        return data instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false).filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast).map(StripeJson::new).toList()
                : List.of();
    }

    /** Whether a field is the JSON value {@code true}. */
    boolean isTrue(String field) {
        return primitive(field).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean).orElse(false);
    }

    private Optional<JsonPrimitive> primitive(String field) {
        return json.get(field) instanceof JsonPrimitive primitive ? Optional.of(primitive) : Optional.empty();
    }
}
