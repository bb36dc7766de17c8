package scrip.web.api.json;

import org.jspecify.annotations.Nullable;

/**
 * A field as it was read; it has no value if it was not given, or was refused.
 *
 * @param orNull
 *            its value, or null
 */
public record Field<T>(@Nullable T orNull) {

    /**
     * @throws IllegalStateException
     *             if there is no value, which a required field has once {@link Fields#check} has passed
     */
    public T get() {
        if (orNull == null) {
            throw new IllegalStateException("a field was used without its value");
        }
        return orNull;
    }

    public T or(T otherwise) {
        return orNull == null ? otherwise : orNull;
    }
}
