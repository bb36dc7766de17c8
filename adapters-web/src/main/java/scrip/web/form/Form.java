package scrip.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import scrip.web.api.json.Field;

/**
 * A form as it was typed, and what is wrong with it: whoever is refused finds both again, each complaint beside its
 * field. Used by one thread.
 */
public final class Form {

    private final String name;
    private final Map<String, List<String>> typed;
    private final Map<String, Complaint> complaints = new LinkedHashMap<>();

    /**
     * @param name
     *            tells it from other forms of the page; begins the ids of its fields
     * @param typed
     *            values by field, as they were sent
     */
    public Form(String name, Map<String, List<String>> typed) {
        this.name = name;
        this.typed = typed;
    }

    /** A form as it opens, with these values in it. */
    public static Form opening(String name, Map<String, String> values) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        values.forEach((field, value) -> typed.put(field, List.of(value)));
        return new Form(name, typed);
    }

    /**
     * What is wrong with a field.
     *
     * @param key
     *            ends the message key {@code form.…}
     * @param args
     *            what the message's placeholders stand for
     */
    public record Complaint(String key, List<String> args) {}

    public String name() {
        return name;
    }

    /** @return the field as it was typed, or empty */
    public String typed(String field) {
        return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** @return whether a field of several values has this one */
    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** @return what is wrong with the field, or null */
    public @Nullable Complaint complaint(String field) {
        return complaints.get(field);
    }

    /** @return whether this is the first field that something is wrong with, where the cursor belongs */
    public boolean begins(String field) {
        return complaints.keySet().stream().findFirst().filter(field::equals).isPresent();
    }

    public boolean isRefused() {
        return !complaints.isEmpty();
    }

    /** Notes what is wrong with a field; the first complaint about it stands. */
    public void refuse(String field, String key, Object... args) {
        complaints.putIfAbsent(field, new Complaint(key, List.of(args).stream().map(String::valueOf).toList()));
    }

    /**
     * Reads a field that has to be filled in.
     *
     * @param parse
     *            what the text without the space around it means; throws an {@link Unfit} to refuse it
     */
    public <T> Field<T> required(String field, Function<String, T> parse) {
        if (typed(field).isBlank()) {
            refuse(field, "missing");
            return new Field<>(null);
        }
        return optional(field, parse);
    }

    /** Reads a field that may be left empty. */
    public <T> Field<T> optional(String field, Function<String, T> parse) {
        String text = typed(field).strip();
        try {
            return new Field<>(text.isEmpty() ? null : parse.apply(text));
        } catch (Unfit e) {
            refuse(field, e.complaint().key(), e.complaint().args().toArray());
            return new Field<>(null);
        }
    }

    /** @return values of a field that can have several, each parsed; refused if there is none */
    public <T> List<T> several(String field, Function<String, Optional<T>> parse) {
        List<T> values = typed.getOrDefault(field, List.of()).stream().flatMap(text -> parse.apply(text).stream())
                .distinct().toList();
        if (values.isEmpty()) {
            refuse(field, "none_chosen");
        }
        return values;
    }

    /** @return what the supplier makes, if nothing was refused */
    public <T> Optional<T> valid(Supplier<T> value) {
        return isRefused() ? Optional.empty() : Optional.of(value.get());
    }
}
