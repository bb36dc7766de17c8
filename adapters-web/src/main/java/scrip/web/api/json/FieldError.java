package scrip.web.api.json;

/**
 * What is wrong with a field.
 *
 * @param field
 *            its path, such as {@code usage[0].model}
 * @param message
 *            in English, for the developer who calls
 */
public record FieldError(String field, String message) {}
