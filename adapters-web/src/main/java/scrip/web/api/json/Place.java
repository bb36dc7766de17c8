package scrip.web.api.json;

import java.util.List;

import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.problem.ProblemException;

/**
 * Where in the body something stands, and where to complain about it.
 *
 * @param path
 *            such as {@code usage[0].model}, empty for the body itself
 * @param errors
 *            all complaints about the body so far
 */
public record Place(String path, List<FieldError> errors) {

    Place at(String name) {
        return new Place(path.isEmpty() ? name : path + "." + name, errors);
    }

    Place at(int index) {
        return new Place(path + "[" + index + "]", errors);
    }

    /** Notes what is wrong with the value here; the rest of the body is still looked at. */
    void invalid(String message) {
        errors.add(new FieldError(path, message));
    }

    /** @return what to throw because the value here is of another JSON type */
    ProblemException wrongType(String expected) {
        String where = path.isEmpty() ? "The body" : "The field " + path;
        return Problem.of(ProblemCode.MALFORMED_REQUEST, where + " must be " + expected + ".").asException();
    }
}
