package scrip.application.license;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

class LicenseKeysTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
    private static final PoolId POOL = new PoolId(1);

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private Instant now = T;
    private final Desk desk = new Desk(pools, () -> now, Terms.DEFAULT, Desk.Limits.DEFAULT);

    @AfterEach
    void close() {
        desk.close();
    }

    private static License license(String plan, Instant end) {
        return new License(plan, 1, Credits.of(500), BillingInterval.MONTHLY, T.minusSeconds(3_600), end,
                ZoneOffset.UTC);
    }

    private LicenseKeys keysOf(License license) {
        InMemoryInstanceStore instances = new InMemoryInstanceStore();
        return new LicenseKeys(desk, instances,
                _ -> new KeyReader.Reading.Signed("vendor", Set.of(instances.idOr("here")), license), true);
    }

    @Test
    @DisplayName("Rule 7: a key has ended when the pool says so, whose time does not run back with a node's clock")
    void an_ended_key_drives_out_no_license_though_this_nodes_clock_is_behind() {
        pools.create(CreditPool.open(POOL, T));
        desk.ask(Ask.of(POOL, new Command.EnterLicense(license("in force", T.plusSeconds(9_999)))));
        now = T.plusSeconds(60);
        desk.ask(Ask.of(POOL, new Command.Touch()));

        now = T.plusSeconds(20);
        KeyReply reply = keysOf(license("ended", T.plusSeconds(40))).update(POOL, "key");

        assertThat(reply).isEqualTo(new KeyReply.Refused(KeyRefusal.ENDED));
        assertThat(pools.read(POOL, now).orElseThrow().pool().licensing().inForceAt(T.plusSeconds(60)))
                .hasValueSatisfying(license -> assertThat(license.plan()).isEqualTo("in force"));
    }
}
