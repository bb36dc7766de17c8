package scrip.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import scrip.application.workspace.Member;
import scrip.web.api.security.FailedAttempts;
import scrip.web.api.security.Sha256;
import scrip.web.place.Person;
import scrip.web.place.Places;

/**
 * Signs people in by e-mail address and password. An address may be a member of several workspaces, each with a password
 * of its own: those that the password opens are open for the session. Whoever is not known takes as long as who is.
 */
final class PasswordCheck implements AuthenticationProvider {

    /** BCrypt looks at no more, and a longer password than it looks at is none. */
    private static final int LONGEST = 72;
    private static final int MOST_MEMBERSHIPS = 10;

    private final Places places;
    private final PasswordEncoder passwords;
    private final FailedAttempts attempts;
    private final byte @Nullable [] operatorPassword;
    private final String hashOfNobody;

    /** @param operatorPassword null leaves the operator's pages closed */
    PasswordCheck(Places places, PasswordEncoder passwords, FailedAttempts attempts,
            @Nullable String operatorPassword) {
        this.places = places;
        this.passwords = passwords;
        this.attempts = attempts;
        this.operatorPassword = operatorPassword == null || operatorPassword.isBlank()
                ? null
                : Sha256.of(operatorPassword);
        this.hashOfNobody = passwords.encode("nobody");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
        Optional<Duration> wait = attempts.waitOf(address);
        if (wait.isPresent()) {
            throw new TooManyAttemptsException(wait.get());
        }
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        Person person = check(name, String.valueOf(attempt.getCredentials())).orElseThrow(() -> {
            attempts.failed(address);
            return new BadCredentialsException("no match");
        });
        return UsernamePasswordAuthenticationToken.authenticated(person, null,
                List.of(new SimpleGrantedAuthority(person.operator() ? "ROLE_OPERATOR" : "ROLE_MEMBER")));
    }

    private Optional<Person> check(String name, String password) {
        boolean usable = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        String typed = usable ? password : "";
        if (name.equals(Person.OPERATOR)) {
            passwords.matches(typed, hashOfNobody);
            return isOperators(password) ? Optional.of(Person.ofOperator()) : Optional.empty();
        }
        List<Long> open = new ArrayList<>();
        List<Member> members = places.membersByEmail(name).stream().limit(MOST_MEMBERSHIPS).toList();
        for (Member member : members) {
            String hash = member.passwordHash();
            boolean matches = passwords.matches(typed, hash == null ? hashOfNobody : hash);
            if (matches && hash != null && usable) {
                open.add(member.pool().value());
            }
        }
        if (members.isEmpty()) {
            passwords.matches(typed, hashOfNobody);
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(new Person(name, open, false));
    }

    private boolean isOperators(String password) {
        return operatorPassword != null && MessageDigest.isEqual(Sha256.of(password), operatorPassword);
    }
}
