package scrip.persistence.proof;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Wants;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Taken;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.Reversals;

/** Asks desks for commands as the application does, and keeps the purchases that belong to them. */
final class Asking {

    private static final Answer REUSED = new Answer(422, "reused");

    private Asking() {}

    /** Decides commands in one turn. */
    static void ask(Desk desk, PoolId pool, List<Command> commands) {
        desk.ask(Ask.unkeyed(pool, wants(commands), (turn, found) -> act(pool, commands, turn, found).outcome));
    }

    /** Decides one command that nobody sends again. */
    static Reply ask(Desk desk, PoolId pool, Command command) {
        AtomicReference<Reply> reply = new AtomicReference<>();
        desk.ask(Ask.unkeyed(pool, wants(List.of(command)), (turn, found) -> {
            Acted acted = act(pool, List.of(command), turn, found);
            reply.set(acted.last);
            return acted.outcome;
        }));
        return reply.get();
    }

    /** @return a request whose answer is what was replied in words, once, however often it is sent */
    static Ask keyed(String key, PoolId pool, Command command) {
        return new Ask(pool, new RequestKey(key, "%064x".formatted(command.hashCode() & 0xffff_ffffL)),
                wants(List.of(command)), (turn, found) -> {
                    Acted acted = act(pool, List.of(command), turn, found);
                    return new Deed.Outcome(new Answer(200, acted.last.toString()), true, acted.outcome.purchases());
                }, REUSED);
    }

    private record Acted(Reply last, Deed.Outcome outcome) {}

    private static Acted act(PoolId pool, List<Command> commands, Turn turn, Deed.Found found) {
        Map<String, Purchase> purchases = new HashMap<>(found.purchases());
        Map<String, Purchase> changed = new HashMap<>();
        Reply last = new Reply.Touched();
        for (Command command : commands) {
            last = turn.decide(command);
            Purchase purchase = purchase(pool, command, purchases, found.now());
            if (purchase != null) {
                purchases.put(purchase.id(), purchase);
                changed.put(purchase.id(), purchase);
            }
        }
        return new Acted(last, new Deed.Outcome(new Answer(200, ""), false, List.copyOf(changed.values())));
    }

    private static Purchase purchase(PoolId pool, Command command, Map<String, Purchase> known, Instant now) {
        return switch (command) {
            case Command.CreditPurchase c -> Purchase.ordered(c.purchase(), pool,
                    new Order(c.credits(), c.bonus(), Money.of(100, "usd"), Money.of(0, "usd"), null, null, now))
                    .paid(new Purchase.Payment(c.paidAt(), "intent-" + c.purchase(), null)).orElseThrow();
            case Command.TakeBack c -> taken(known.get(c.purchase()), c.credits().plus(c.bonus()), Credits.ZERO);
            case Command.PutBack c -> taken(known.get(c.purchase()), Credits.ZERO, c.credits().plus(c.bonus()));
            default -> null;
        };
    }

    private static Purchase taken(Purchase was, Credits more, Credits less) {
        Reversals so = was.reversals();
        return new Purchase(was.id(), was.pool(), was.order(), was.status(), was.checkout(), was.payment(),
                so.withTaken(new Taken(
                        new Taken.Part(Slices.NONE, so.taken().total().plus(more).minus(less)), Taken.Part.NOTHING)));
    }

    private static Wants wants(List<Command> commands) {
        Set<Long> holds = new HashSet<>();
        Set<Long> charges = new HashSet<>();
        Set<String> purchases = new HashSet<>();
        Set<String> builders = new HashSet<>();
        boolean limits = false;
        for (Command command : commands) {
            switch (command) {
                case Command.Settle c -> holds.add(c.hold());
                case Command.Release c -> holds.add(c.hold());
                case Command.Extend c -> holds.add(c.hold());
                case Command.MakeGood c -> charges.add(c.charge());
                case Command.PlaceHold c -> builders.add(c.work().builder());
                case Command.MakeCharge c -> builders.add(c.work().builder());
                case Command.TakeBack c -> purchases.add(c.purchase());
                case Command.PutBack c -> purchases.add(c.purchase());
                case Command.SetLimits c -> builders.addAll(c.limits().custom().keySet());
                default -> {}
            }
            limits |= command instanceof Command.SetLimits;
        }
        return new Wants(holds, charges, purchases, builders, limits);
    }
}
