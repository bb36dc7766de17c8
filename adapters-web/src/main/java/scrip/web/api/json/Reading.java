package scrip.web.api.json;

import org.jspecify.annotations.Nullable;

/** Makes a value of an object's fields. */
@FunctionalInterface
public interface Reading<T> {

    /** @return the value; null if a field was refused */
    @Nullable
    T of(Fields in);
}
