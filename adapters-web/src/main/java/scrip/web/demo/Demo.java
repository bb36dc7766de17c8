package scrip.web.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Member;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;

/**
 * Makes the demo's workspaces: they begin some weeks ago, and everything in them was done by the real use cases at the
 * time it is dated.
 */
final class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final List<Cast.Company> companies;
    private final Stores stores;
    private final InstantSource now;
    private final PasswordEncoder passwords;
    private final RandomGenerator random;

    /** @param now the service's own clock, which history leads up to */
    Demo(List<Cast.Company> companies, Stores stores, InstantSource now, PasswordEncoder passwords,
            RandomGenerator random) {
        this.companies = companies;
        this.stores = stores;
        this.now = now;
        this.passwords = passwords;
        this.random = random;
    }

    /** Makes those that are missing. The server's address has to be known: it stands on the receipts. */
    void make() {
        List<Cast.Company> missing = companies.stream()
                .filter(company -> stores.workspaces().bySlug(company.slug()).isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        String hash = passwords.encode(Cast.PASSWORD);
        missing.forEach(company -> make(company, hash));
        LOG.info("Made the demo's history in {} ms", (System.nanoTime() - began) / 1_000_000);
    }

    private void make(Cast.Company company, String passwordHash) {
        Instant end = now.instant();
        SetClock clock = new SetClock(History.begin(company, end));
        try (Office office = new Office(stores, clock, random)) {
            Workspaces workspaces = office.workspaces();
            workspaces.put(company.slug(), company.name());
            PoolId pool = workspaces.find(company.slug()).orElseThrow().pool();
            company.people().forEach(actor -> workspaces
                    .put(new Member(pool, actor.email(), actor.name(), actor.role(), passwordHash)));
            workspaces.add(new ApiKey(company.key().id(), pool, "AI service", Set.of(Scope.values()),
                    company.key().secretHash(), clock.instant()));
            new History(office, clock, stores.tariff().rateCards().at(end), company, pool).live(end);
        }
    }
}
