package scrip.web.builder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import scrip.application.metering.Caller;
import scrip.application.metering.HoldRequest;
import scrip.application.metering.MeterOperations;
import scrip.application.metering.Metering;
import scrip.application.pool.Answer;
import scrip.application.pool.RequestKey;
import scrip.application.reading.TypicalCosts;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCards;
import scrip.web.api.security.Sha256;
import scrip.web.builder.ChatTurn.State;
import scrip.web.place.Visit;

/**
 * Carries a conversation on. The assistant is a simulation, its metering is not: each run holds its most, and settles
 * what it used or releases everything. Steps that come twice are taken once.
 */
final class Conversation {

    private static final MeterWords WORDS = new MeterWords();

    private final Metering metering;
    private final RateCards rateCards;
    private final TypicalCosts typical;
    private final InstantSource clock;

    Conversation(Metering metering, MeterOperations.Tariff tariff, InstantSource clock) {
        this.metering = metering;
        this.rateCards = tariff.rateCards();
        this.typical = tariff.typical();
        this.clock = clock;
    }

    /** Adds a prompt with its estimate; nothing runs yet. */
    Chat ask(Visit visit, Chat chat, String prompt, String operation) {
        Operation work = rateCards.at(clock.instant()).operation(operation)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Credits about = Assistant.about(typical.of(visit.pool(), work));
        return chat.plus(new ChatTurn(UUID.randomUUID(), prompt, operation, State.ESTIMATED, about.micros(),
                Assistant.most(about).micros(), 0, clock.instant()));
    }

    /** Puts the most that the run can cost on hold, with that as its ceiling, and lets it run. */
    Chat run(Visit visit, Chat chat, ChatTurn turn) {
        if (turn.state() != State.ESTIMATED) {
            return chat;
        }
        Credits most = Credits.ofMicros(turn.most());
        Answer answer = step(visit, turn, "hold", (caller, _) -> metering.hold(caller, new HoldRequest(
                new Work(turn.operation(), visit.member().email(), false, null), most, most,
                HoldRequest.DEFAULT_LIFE)));
        return switch (answer.status()) {
            case MeterWords.TAKEN -> chat.with(turn.id(), turn.to(State.RUNNING, MeterWords.number(answer), now()));
            case MeterWords.LIMIT_REACHED ->
                    chat.with(turn.id(), turn.to(State.LIMIT_REACHED, MeterWords.number(answer), now()));
            case MeterWords.OUT_OF_CREDITS -> chat.with(turn.id(), turn.to(State.OUT_OF_CREDITS, 0, now()));
            default -> chat.with(turn.id(), turn.to(State.FAILED, 0, now()));
        };
    }

    /** Drops an estimate. */
    Chat cancel(Chat chat, ChatTurn turn) {
        return turn.state() == State.ESTIMATED ? chat.with(turn.id(), turn.to(State.CANCELLED, 0, now())) : chat;
    }

    /** Asks for what failed, or was too expensive, once more. */
    Chat retry(Chat chat, ChatTurn turn) {
        boolean again = turn.state() == State.FAILED || turn.state() == State.OUT_OF_CREDITS;
        return again && !chat.isBusy() ? chat.plus(turn.again(now())) : chat;
    }

    /** Ends runs whose time has come. */
    Chat progress(Visit visit, Chat chat) {
        Chat result = chat;
        for (ChatTurn turn : chat.turns()) {
            if (turn.state() == State.RUNNING && Assistant.isOver(turn, now())) {
                result = result.with(turn.id(), end(visit, turn));
            }
        }
        return result;
    }

    private ChatTurn end(Visit visit, ChatTurn run) {
        if (Assistant.fails(run)) {
            step(visit, run, "release", (caller, hold) -> metering.release(caller, hold));
            return run.to(State.FAILED, 0, now());
        }
        Answer answer = step(visit, run, "settle",
                (caller, hold) -> metering.settle(caller, hold, Assistant.used(run, rateCards.at(run.since()))));
        return answer.status() == MeterWords.TAKEN
                ? run.to(State.DONE, MeterWords.number(answer), now())
                : run.to(State.FAILED, 0, now());
    }

    private static Answer step(Visit visit, ChatTurn turn, String name,
            BiFunction<Caller, Long, CompletableFuture<Answer>> ask) {
        RequestKey key = RequestKey.ofPage(turn.id() + name, Sha256.hexOf(turn.id() + name));
        try {
            return ask.apply(new Caller(visit.pool(), key, WORDS), turn.number()).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
