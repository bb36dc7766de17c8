package scrip.persistence.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.audit.Verification;
import scrip.application.audit.Verifier;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;
import scrip.persistence.audit.JdbcArchive;
import scrip.persistence.reading.JdbcLedgerReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Several nodes on one database, each with a desk and connections of its own, and everybody at once. */
class NodesIT {

    private static final Instant START = Instant.parse("2026-01-31T14:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("(Hold|Charge)\\[number=(\\d+)");

    private final JdbcStores stores = new JdbcStores();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Desk> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Desk::close);
        stores.close();
    }

    private void start(int count) {
        for (int i = 0; i < count; i++) {
            nodes.add(new Desk(stores.anotherNode(), now::get, Terms.DEFAULT, Desk.Limits.DEFAULT));
        }
    }

    private PoolId opened() {
        PoolId id = stores.nextId();
        stores.create(CreditPool.open(id, START));
        return id;
    }

    private Verification verify() {
        return new Verifier(new JdbcArchive(stores.database()), now::get).verify();
    }

    private static License license(int builders) {
        return new License("Team", builders, Credits.of(100), BillingInterval.MONTHLY, START, null, ZoneOffset.UTC);
    }

    @Test
    @DisplayName("Example N: three missed renewals, and five nodes wake at once: three grants, balance 100 and not 300")
    void example_n_five_nodes_make_three_missed_renewals_good_once() throws Exception {
        start(5);
        PoolId pool = opened();
        Asking.ask(nodes.getFirst(), pool, new Command.EnterLicense(license(1)));
        now.set(Instant.parse("2026-04-30T14:00:00Z"));

        atOnce(nodes.stream().map(node -> (Callable<Object>) () -> Asking.ask(node, pool, new Command.Touch()))
                .toList());

        List<Entry> since = new JdbcLedgerReader(stores.database()).entries(pool, 0, 100).stream()
                .filter(entry -> entry.transfer().dueAt().isAfter(START)).toList();
        assertThat(since).extracting(entry -> entry.transfer().type()).containsExactly(TransferType.EXPIRY,
                TransferType.GRANT, TransferType.EXPIRY, TransferType.GRANT, TransferType.EXPIRY, TransferType.GRANT);
        assertThat(stores.pools().read(pool, START).orElseThrow().pool().available()).isEqualTo(Credits.of(100));
        assertThat(verify().findings()).isEmpty();
    }

    private static void atOnce(List<? extends Callable<?>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<Future<?>> all = new ArrayList<>();
            tasks.forEach(task -> all.add(threads.submit(task)));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @Test
    @DisplayName("Rule 20: everybody at once on three nodes, each request sent twice: all once, all answered the same")
    void random_requests_on_three_nodes_each_sent_to_two_of_them() throws Exception {
        start(3);
        List<PoolId> pools = List.of(opened(), opened());
        Map<String, String> answers = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Verification> meanwhile = new CopyOnWriteArrayList<>();
        Thread watching = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                meanwhile.add(verify());
            }
        });

        atOnce(IntStream.range(0, 6).mapToObj(client -> (Callable<Object>) () -> {
            new Client(client, pools, answers).run(60);
            return client;
        }).toList());
        over.set(true);
        watching.join();

        assertThat(answers).hasSize(6 * 60);
        assertThat(meanwhile).isNotEmpty().allSatisfy(found -> assertThat(found.findings()).isEmpty());
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().entries()).isGreaterThan(300);
    }

    /** Sends random requests, each of them to two nodes at once. */
    private final class Client {

        private final int number;
        private final RandomGenerator random;
        private final List<PoolId> pools;
        private final Map<String, String> answers;
        private final List<Long> holds = new ArrayList<>(List.of(1L));
        private final List<Long> charges = new ArrayList<>(List.of(1L));
        private int purchases;

        Client(int number, List<PoolId> pools, Map<String, String> answers) {
            this.number = number;
            this.pools = pools;
            this.answers = answers;
            random = new SplittableRandom(20260303 + number);
        }

        void run(int requests) {
            for (int i = 0; i < requests; i++) {
                String key = "k" + number + "-" + i;
                Ask ask = Asking.keyed(key, pools.get(random.nextInt(pools.size())), command());
                int first = random.nextInt(nodes.size());
                var one = nodes.get(first).submit(ask);
                var other = nodes.get((first + 1) % nodes.size()).submit(ask);
                Answer answer = one.join();
                assertThat(other.join().body()).as(key).isEqualTo(answer.body());
                assertThat(List.of(answer.replayed(), other.join().replayed())).as(key).containsOnlyOnce(false);
                answers.put(key, answer.body());
                remember(answer.body());
                now.updateAndGet(so -> so.plusSeconds(random.nextInt(12_000)));
            }
        }

        private void remember(String reply) {
            Matcher found = NUMBER.matcher(reply);
            if (found.find()) {
                (found.group(1).equals("Hold") ? holds : charges).add(Long.parseLong(found.group(2)));
            }
        }

        private Command command() {
            Work work = new Work("query", "builder" + number + "@x.example", random.nextInt(9) == 0, null);
            Credits credits = Credits.ofMicros(1 + random.nextLong(40_000_000));
            return switch (random.nextInt(12)) {
                case 0, 1, 2 -> new Command.PlaceHold(work, credits, null, Duration.ofMinutes(1 + random.nextInt(600)));
                case 3, 4 -> new Command.Settle(latest(holds), credits, Receipt.REPORTED);
                case 5 -> new Command.Release(latest(holds));
                case 6, 7 -> new Command.MakeCharge(work, credits, Receipt.REPORTED, random.nextInt(3) == 0);
                case 8 -> new Command.MakeGood(latest(charges), null, "failed run");
                case 9 -> new Command.GrantCredits(credits, now.get().plus(Duration.ofDays(400)), "goodwill");
                case 10 -> new Command.CreditPurchase("n" + number + "-" + ++purchases, Credits.of(100), Credits.ZERO,
                        now.get());
                default -> new Command.EnterLicense(license(random.nextInt(4)));
            };
        }

        private long latest(List<Long> numbers) {
            return numbers.get(numbers.size() - 1 - random.nextInt(Math.min(3, numbers.size())));
        }
    }
}
