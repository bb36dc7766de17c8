package scrip.web.api.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import scrip.web.api.json.Field;
import scrip.web.api.json.FieldError;
import scrip.web.api.problem.Problem;

/** The parameters of an address, read with the same complaints as the fields of a body. */
public final class Query {

    private final HttpServletRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    Query(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * @param parse
     *            throws an {@link IllegalArgumentException} whose message is the complaint
     * @return the parameter, without a value if it was not given or was refused
     */
    public <T> Field<T> optional(String name, Function<String, T> parse) {
        String[] given = request.getParameterValues(name);
        if (given == null) {
            return new Field<>(null);
        }
        try {
            return new Field<>(parse.apply(given[0].strip()));
        } catch (IllegalArgumentException e) {
            reject(name, String.valueOf(e.getMessage()));
            return new Field<>(null);
        }
    }

    /** A whole number within the bounds. */
    public Field<Long> whole(String name, long least, long most) {
        return optional(name, text -> {
            String complaint = "must be a whole number from " + least + " to " + most;
            if (!text.matches("\\d{1,18}")) {
                throw new IllegalArgumentException(complaint);
            }
            long value = Long.parseLong(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException(complaint);
            }
            return value;
        });
    }

    /** Notes that a parameter does not fit the others. */
    public void reject(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /**
     * @throws scrip.web.api.problem.ProblemException
     *             {@code invalid_field} if anything was refused
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }
}
