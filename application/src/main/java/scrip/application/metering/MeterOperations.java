package scrip.application.metering;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.application.reading.TypicalCosts;
import scrip.application.workspace.Role;
import scrip.application.workspace.WorkspaceStore;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCard;
import scrip.domain.pricing.RateCards;
import scrip.domain.pricing.Receipt;

/** Prices what is asked, sees that it may be asked, and carries it to the desk of its pool. */
public final class MeterOperations implements Metering {

    /** The most credits one request can name or come to. */
    public static final Credits MOST = Credits.of(1_000_000_000);

    private final Desk desk;
    private final WorkspaceStore workspaces;
    private final RateCards rateCards;
    private final TypicalCosts typical;
    private final InstantSource clock;

    public MeterOperations(Desk desk, WorkspaceStore workspaces, Tariff tariff, InstantSource clock) {
        this.desk = desk;
        this.workspaces = workspaces;
        this.rateCards = tariff.rateCards;
        this.typical = tariff.typical;
        this.clock = clock;
    }

    /** What things cost: models exactly (rule 21), operations typically (rule 22). */
    public record Tariff(RateCards rateCards, TypicalCosts typical) {}

    @Override
    public CompletableFuture<Answer> hold(Caller caller, HoldRequest request) {
        return spending(caller, request.work(), (card, operation) -> {
            Credits credits = request.credits() == null ? typical.of(caller.pool(), operation).typical()
                    : request.credits();
            Credits ceiling = request.ceiling();
            Credits wanted = ceiling == null ? credits : credits.min(ceiling);
            return ask(caller, Wants.builder(request.work().builder()),
                    new Command.PlaceHold(request.work(), wanted, ceiling, request.timeToLive()));
        });
    }

    @Override
    public CompletableFuture<Answer> charge(Caller caller, ChargeRequest request) {
        return spending(caller, request.work(), (card, _) -> priced(caller, card, request.used(),
                (credits, receipt) -> credits.isZero() && !request.work().ownKey()
                        ? rejected(caller, new Rejection.NothingUsed())
                        : ask(caller, Wants.builder(request.work().builder()), new Command.MakeCharge(request.work(),
                                credits, receipt, request.shortfallIsDebt()))));
    }

    @Override
    public CompletableFuture<Answer> settle(Caller caller, long hold, Used used) {
        return priced(caller, rateCards.at(clock.instant()), used,
                (credits, receipt) -> ask(caller, Wants.hold(hold), new Command.Settle(hold, credits, receipt)));
    }

    @Override
    public CompletableFuture<Answer> release(Caller caller, long hold) {
        return ask(caller, Wants.hold(hold), new Command.Release(hold));
    }

    @Override
    public CompletableFuture<Answer> extend(Caller caller, long hold, Duration timeToLive) {
        return ask(caller, Wants.hold(hold), new Command.Extend(hold, timeToLive));
    }

    @Override
    public CompletableFuture<Answer> makeGood(Caller caller, long charge, @Nullable Credits credits, String reason) {
        return ask(caller, Wants.charge(charge), new Command.MakeGood(charge, credits, reason));
    }

    /** Whom spending is attributed to need not be a member, but a member who is an end user does not spend. */
    private CompletableFuture<Answer> spending(Caller caller, Work work,
            BiFunction<RateCard, Operation, CompletableFuture<Answer>> go) {
        RateCard card = rateCards.at(clock.instant());
        Operation operation = card.operation(work.operation()).orElse(null);
        if (operation == null) {
            return rejected(caller, new Rejection.UnknownOperation(work.operation()));
        }
        boolean endUser = workspaces.member(caller.pool(), work.builder())
                .filter(member -> member.role() == Role.END_USER).isPresent();
        return endUser ? rejected(caller, new Rejection.EndUser(work.builder())) : go.apply(card, operation);
    }

    private CompletableFuture<Answer> priced(Caller caller, RateCard card, Used used,
            BiFunction<Credits, Receipt, CompletableFuture<Answer>> go) {
        return switch (used) {
            case Used.Reported reported -> go.apply(reported.credits(), Receipt.REPORTED);
            case Used.Metered metered -> switch (card.price(metered.usage())) {
                case RateCard.Price.UnknownModel unknown ->
                        rejected(caller, new Rejection.UnknownModel(unknown.model()));
                case RateCard.Price.Priced price when price.credits().isMoreThan(MOST) ->
                        rejected(caller, new Rejection.TooMuch());
                case RateCard.Price.Priced price -> go.apply(price.credits(), price.receipt());
            };
        };
    }

    /** Goes to the desk too: a key that was answered before is answered the same again, whatever has changed since. */
    private CompletableFuture<Answer> rejected(Caller caller, Rejection rejection) {
        Answer answer = caller.writer().write(rejection);
        return submit(caller, Wants.NOTHING, (_, _) -> Deed.Outcome.notKept(answer));
    }

    private CompletableFuture<Answer> ask(Caller caller, Wants wants, Command command) {
        return submit(caller, wants, (turn, _) -> {
            Reply reply = turn.decide(command);
            Answer answer = caller.writer().write(reply, turn.pool());
            return isKept(reply) ? Deed.Outcome.kept(answer) : Deed.Outcome.notKept(answer);
        });
    }

    private CompletableFuture<Answer> submit(Caller caller, Wants wants, Deed deed) {
        Answer reused = caller.writer().write(new Rejection.KeyReused());
        return desk.submit(new Ask(caller.pool(), caller.key(), wants, deed, reused));
    }

    /** Answers that moved something are kept under their key, and so are refusals for want of credits or by a limit. */
    private static boolean isKept(Reply reply) {
        return !(reply instanceof Reply.Refusal) || reply instanceof Reply.Insufficient
                || reply instanceof Reply.LimitReached;
    }
}
