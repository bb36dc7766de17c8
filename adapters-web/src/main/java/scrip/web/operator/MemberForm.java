package scrip.web.operator;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.form.Form;
import scrip.web.form.Texts;

/** The form that adds or changes a member: {@code email}, {@code name}, {@code role} and {@code password}. */
final class MemberForm {

    static final String NAME = "member";

    private static final int LONGEST_NAME = 100;

    /** More bytes BCrypt does not look at. */
    private static final int LONGEST_PASSWORD = 72;

    private static final Map<String, Role> ROLES = Map.of("admin", Role.ADMIN, "builder", Role.BUILDER, "end_user",
            Role.END_USER);

    private MemberForm() {}

    static Form opening() {
        return Form.opening(NAME, Map.of("role", "builder"));
    }

    /** Reads the form; what is wrong with it is noted in it. Without a password a member keeps the one there is. */
    static Optional<Member> read(Form form, PoolId pool, PasswordEncoder passwords) {
        Field<String> email = form.required("email", Texts::email);
        Field<String> name = form.required("name", Texts.line(LONGEST_NAME));
        Field<Role> role = form.required("role", Texts.oneOf(ROLES));
        Field<String> password = form.optional("password", Texts.secret(LONGEST_PASSWORD));
        return form.valid(() -> new Member(pool, email.get(), name.get(), role.get(),
                hash(password.orNull(), passwords)));
    }

    private static @Nullable String hash(@Nullable String password, PasswordEncoder passwords) {
        return password == null ? null : passwords.encode(password);
    }
}
