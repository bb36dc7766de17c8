package scrip.web.place;

import java.io.Serializable;
import java.util.List;

import org.springframework.security.core.AuthenticatedPrincipal;
import scrip.domain.pool.PoolId;

/**
 * Who is signed in, as kept in the session. It tells of what the password has opened and not of roles: those are looked
 * up at every request, so that who is removed from a workspace is out at once.
 *
 * @param email
 *            in lower case, or {@value #OPERATOR}
 * @param pools
 *            ids of the pools whose membership the password opened
 * @param operator
 *            whether it is the operator, who is a member of none
 */
public record Person(String email, List<Long> pools, boolean operator)
        implements AuthenticatedPrincipal, Serializable {

    /** What the operator types as e-mail address. */
    public static final String OPERATOR = "operator";

    public Person {
        pools = List.copyOf(pools);
    }

    /** The operator. */
    public static Person ofOperator() {
        return new Person(OPERATOR, List.of(), true);
    }

    public boolean signedInTo(PoolId pool) {
        return pools.contains(pool.value());
    }

    @Override
    public String getName() {
        return email;
    }
}
