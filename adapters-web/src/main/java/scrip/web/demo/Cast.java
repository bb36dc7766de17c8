package scrip.web.demo;

import java.util.List;

import scrip.application.workspace.Role;
import scrip.application.workspace.Workspace;
import scrip.web.api.security.ApiKeyText;
import scrip.web.wiring.Deployment;

/** Who and what the demo is made of; its keys and passwords are printed at every start, so they are no secret. */
final class Cast {

    /** Everybody's password. */
    static final String PASSWORD = "scrip-demo";

    private Cast() {}

    /**
     * A workspace of the demo.
     *
     * @param people
     *            its members
     * @param builders
     *            seats of its license
     * @param days
     *            how much history it has
     * @param key
     *            its API key
     */
    record Company(String slug, String name, List<Actor> people, int builders, int days, ApiKeyText key) {

        /** @return those who build */
        List<Actor> spenders() {
            return people.stream().filter(actor -> actor.role() == Role.BUILDER).toList();
        }

        Actor admin() {
            return people.stream().filter(actor -> actor.role() == Role.ADMIN).findFirst().orElseThrow();
        }
    }

    record Actor(String email, String name, Role role) {}

    static List<Company> of(Deployment deployment) {
        return switch (deployment) {
            case SELF_HOSTED -> List.of(new Company(Workspace.INSTANCE, "Nexus Corp", nexus(), 3, 44,
                    key("demoInstance0001")));
            case CLOUD -> List.of(new Company("nexuscorp", "Nexus Corp", nexus(), 3, 44, key("demoNexuscorp001")),
                    new Company("tinytools", "Tiny Tools", List.of(
                            new Actor("mary@tinytools.test", "Mary Somerville", Role.ADMIN),
                            new Actor("emmy@tinytools.test", "Emmy Noether", Role.BUILDER)), 1, 12,
                            key("demoTinytools001")));
        };
    }

    private static List<Actor> nexus() {
        return List.of(new Actor("ada@nexuscorp.test", "Ada Lovelace", Role.ADMIN),
                new Actor("grace@nexuscorp.test", "Grace Hopper", Role.BUILDER),
                new Actor("alan@nexuscorp.test", "Alan Turing", Role.BUILDER),
                new Actor("edgar@nexuscorp.test", "Edgar Codd", Role.END_USER));
    }

    private static ApiKeyText key(String id) {
        return new ApiKeyText(id, "knownToEverybodySoNeverUseItForRealWork0");
    }
}
