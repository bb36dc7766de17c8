package scrip.web.api.operator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.signin.SignedIn;

/** The people of a workspace. */
@RestController
@RequestMapping("/api/v1/operator/workspaces/{slug}/members/{email}")
public final class MembersController {

    private static final int LONGEST_NAME = 100;

    /** More bytes BCrypt does not look at. */
    private static final int LONGEST_PASSWORD = 72;

    private static final Kind<Role> ROLE = Kinds
            .oneOf(Map.of("admin", Role.ADMIN, "builder", Role.BUILDER, "end_user", Role.END_USER));

    private final Workspaces workspaces;
    private final WorkspacePaths paths;
    private final PasswordEncoder passwords;
    private final SignedIn signedIn;

    public MembersController(Workspaces workspaces, WorkspacePaths paths, PasswordEncoder passwords,
            SignedIn signedIn) {
        this.workspaces = workspaces;
        this.paths = paths;
        this.passwords = passwords;
        this.signedIn = signedIn;
    }

    record MemberJson(String email, String name, String role) {}

    /** A person as the operator describes it. */
    private record Person(String name, Role role, @Nullable String password) {

        static @Nullable Person of(Fields in) {
            Field<String> name = in.required("name", Kinds.text(LONGEST_NAME));
            Field<Role> role = in.required("role", ROLE);
            Field<String> password = in.optional("password",
                    Kinds.parsed(LONGEST_PASSWORD, MembersController::password));
            return in.valid(() -> new Person(name.get(), role.get(), password.orNull()));
        }
    }

    @PutMapping
    public ResponseEntity<byte[]> put(ApiRequest request, @PathVariable String slug, @PathVariable String email) {
        PoolId pool = paths.pool(slug);
        String address = address(email);
        Person person = request.body(Person::of);
        String hash = person.password == null ? null : passwords.encode(person.password);
        boolean isNew = workspaces.put(new Member(pool, address, person.name, person.role, hash));
        if (hash != null) {
            signedIn.end(address);
        }
        return Answers.put(isNew, new MemberJson(address, person.name, person.role.key()));
    }

    @DeleteMapping
    public ResponseEntity<byte[]> remove(ApiRequest request, @PathVariable String slug, @PathVariable String email) {
        if (!workspaces.removeMember(paths.pool(slug), address(email))) {
            throw Problem.of(ProblemCode.NOT_FOUND, "There is no such member.").asException();
        }
        return Answers.nothing();
    }

    private static String address(String email) {
        return Kinds.emailInPath("email", email);
    }

    private static String password(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("must have at most " + LONGEST_PASSWORD + " bytes");
        }
        return text;
    }
}
