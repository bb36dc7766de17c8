package scrip.application.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.Decision;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Turn;
import scrip.domain.purchase.Purchase;

/**
 * Requests for one pool that are decided in one turn. It can be decided again from the start, on what is then loaded: a
 * request whose deed failed is left out of the next try, so that it harms no neighbour.
 */
final class Batch {

    private final PoolId pool;
    private final List<Desk.Waiting> requests;
    private final IdentityHashMap<Desk.Waiting, RuntimeException> failed = new IdentityHashMap<>();
    private final IdentityHashMap<Desk.Waiting, Answer> answers = new IdentityHashMap<>();

    Batch(PoolId pool, List<Desk.Waiting> requests) {
        this.pool = pool;
        this.requests = requests;
    }

    PoolId pool() {
        return pool;
    }

    Wanted wanted() {
        Wanted wanted = new Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(),
                requests.stream().anyMatch(request -> request.ask().wants().limits()));
        for (Desk.Waiting request : requests) {
            Ask ask = request.ask();
            if (ask.key() != null) {
                wanted.keys().add(ask.key().key());
            }
            wanted.holds().addAll(ask.wants().holds());
            wanted.charges().addAll(ask.wants().charges());
            wanted.purchases().addAll(ask.wants().purchases());
            wanted.builders().addAll(ask.wants().builders());
        }
        return wanted;
    }

    /** Decides all requests on what is loaded; each failed deed costs one more try without it. */
    Changes decide(Locked locked, Terms terms) {
        while (true) {
            Try attempt = new Try(locked, terms);
            if (attempt.allActed()) {
                return attempt.changes();
            }
        }
    }

    /** Gives every caller its answer, now that it is durable. */
    void answer() {
        for (Desk.Waiting request : requests) {
            RuntimeException failure = failed.get(request);
            Answer answer = answers.get(request);
            if (failure != null) {
                request.answer().completeExceptionally(failure);
            } else if (answer != null) {
                request.answer().complete(answer);
            } else {
                request.answer().completeExceptionally(new UnavailableException("no such pool: " + pool, null));
            }
        }
    }

    void fail(RuntimeException failure) {
        requests.forEach(request -> request.answer().completeExceptionally(failure));
    }

    /** One fold of the requests over the pool. */
    private final class Try {

        private final Locked locked;
        private final Turn turn;
        private final Map<String, KeptAnswer> known;
        private final Map<String, Purchase> purchases;
        private final List<KeptAnswer> kept = new ArrayList<>();
        private final Set<String> changedPurchases = new HashSet<>();

        Try(Locked locked, Terms terms) {
            this.locked = locked;
            turn = Turn.begin(locked.pool(), locked.now(), terms, locked.loaded());
            known = new HashMap<>(locked.answers());
            purchases = new HashMap<>(locked.purchases());
            answers.clear();
        }

        boolean allActed() {
            for (Desk.Waiting request : requests) {
                if (!failed.containsKey(request) && !act(request)) {
                    return false;
                }
            }
            return true;
        }

        private boolean act(Desk.Waiting request) {
            Ask ask = request.ask();
            KeptAnswer first = ask.key() == null ? null : known.get(ask.key().key());
            if (first != null) {
                answers.put(request, replay(first, ask));
                return true;
            }
            try {
                keep(request, ask.deed().act(turn, new Deed.Found(locked.now(), purchases)));
                return true;
            } catch (RuntimeException e) {
                failed.put(request, e);
                return false;
            }
        }

        private Answer replay(KeptAnswer first, Ask ask) {
            return first.key().equals(ask.key())
                    ? new Answer(first.answer().status(), first.answer().body(), true)
                    : ask.keyReused();
        }

        private void keep(Desk.Waiting request, Deed.Outcome outcome) {
            answers.put(request, outcome.answer());
            RequestKey key = request.ask().key();
            if (key != null && outcome.keep()) {
                KeptAnswer answer = new KeptAnswer(key, outcome.answer(), locked.now());
                known.put(key.key(), answer);
                kept.add(answer);
            }
            for (Purchase purchase : outcome.purchases()) {
                purchases.put(purchase.id(), purchase);
                changedPurchases.add(purchase.id());
            }
        }

        Changes changes() {
            Decision decision = turn.end(List.of());
            HashChain chain = new HashChain(pool.value(), locked.seq(), locked.hash());
            List<Entry> entries = chain.seal(decision.transfers(), locked.now());
            return new Changes(decision, entries, kept,
                    purchases.values().stream().filter(p -> changedPurchases.contains(p.id())).toList());
        }
    }
}
