package scrip.web.operator;

import java.util.Map;
import java.util.Optional;

import scrip.web.api.json.Field;
import scrip.web.form.Form;
import scrip.web.form.Texts;

/** The form that gives a workspace another {@code name}; its address stays. */
final class NameForm {

    static final String NAME = "rename";

    private NameForm() {}

    static Form opening(String name) {
        return Form.opening(NAME, Map.of("name", name));
    }

    /** Reads the form; what is wrong with it is noted in it. */
    static Optional<String> read(Form form) {
        Field<String> name = form.required("name", Texts.line(WorkspaceForm.LONGEST_NAME));
        return form.valid(name::get);
    }
}
