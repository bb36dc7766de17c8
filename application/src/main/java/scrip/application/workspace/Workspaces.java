package scrip.application.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

import scrip.application.metering.Caller;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;

/** What the operator does for workspaces: their licenses, gifts, members and API keys. */
public final class Workspaces {

    private static final long LARGEST_POOL_ID = 1L << 50;

    private final WorkspaceStore store;
    private final Desk desk;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param random
     *            draws ids of pools: they tell nothing of how many there are
     */
    public Workspaces(WorkspaceStore store, Desk desk, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.desk = desk;
        this.clock = clock;
        this.random = random;
    }

    public Optional<Workspace> find(String slug) {
        return store.bySlug(slug);
    }

    public Optional<Workspace> find(PoolId pool) {
        return store.byPool(pool);
    }

    /**
     * @param part
     *            of a slug or name, whatever its case; the empty text for all
     * @param afterSlug
     *            where the last page ended, or the empty text
     * @param limit
     *            1 to 1,000
     * @return workspaces in the order of their slugs
     */
    public List<Workspace> page(String part, String afterSlug, int limit) {
        return store.list(part, afterSlug, limit);
    }

    /**
     * Creates the workspace with its pool, or renames it.
     *
     * @return true if it is new
     */
    public boolean put(String slug, String name) {
        Optional<Workspace> existing = store.bySlug(slug);
        if (existing.isPresent()) {
            store.rename(existing.get().pool(), name);
            return false;
        }
        PoolId pool = new PoolId(random.nextLong(1, LARGEST_POOL_ID));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (store.create(new Workspace(pool, slug, name, now), CreditPool.open(pool, now))) {
            // Its first period begins with it and not with whoever looks first.
            desk.ask(Ask.of(pool, new Command.Touch()));
            return true;
        }
        return put(slug, name);
    }

    /** Rules 5 and 6. */
    public void enter(PoolId workspace, License license) {
        desk.ask(Ask.of(workspace, new Command.EnterLicense(license)));
    }

    /** Rule 6: ends the license now. */
    public void endLicense(PoolId workspace) {
        desk.ask(Ask.of(workspace, new Command.EndLicense()));
    }

    /** Rule 11. Whether it has ended is decided in its turn: given in time, it is answered the same again later on. */
    public CompletableFuture<Answer> grant(Caller operator, Command.GrantCredits gift) {
        return desk.submit(new Ask(operator.pool(), operator.key(), Wants.NOTHING, (turn, _) -> {
            Reply reply = turn.decide(gift);
            Answer answer = operator.writer().write(reply, turn.pool());
            return reply instanceof Reply.Refusal ? Deed.Outcome.notKept(answer) : Deed.Outcome.kept(answer);
        }, operator.writer().write(new Rejection.KeyReused())));
    }

    /** @return true if the member is new */
    public boolean put(Member member) {
        return store.put(member);
    }

    /** @return false if there was no such member */
    public boolean removeMember(PoolId workspace, String email) {
        return store.removeMember(workspace, email);
    }

    public List<Member> members(PoolId workspace) {
        return store.members(workspace);
    }

    public Optional<Member> member(PoolId workspace, String email) {
        return store.member(workspace, email);
    }

    public List<Member> membersByEmail(String email) {
        return store.membersByEmail(email);
    }

    public void add(ApiKey key) {
        store.add(key);
    }

    public Optional<ApiKey> apiKey(String id) {
        return store.apiKey(id);
    }

    public List<ApiKey> apiKeys(PoolId workspace) {
        return store.apiKeys(workspace);
    }

    /** @return false if the workspace has no such key */
    public boolean removeApiKey(PoolId workspace, String id) {
        return store.removeApiKey(workspace, id);
    }
}
