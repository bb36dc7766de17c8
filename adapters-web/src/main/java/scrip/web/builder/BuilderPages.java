package scrip.web.builder;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import scrip.application.metering.MeterOperations;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.TypicalCost;
import scrip.web.builder.ChatTurn.State;
import scrip.web.notice.NoticeBoard;
import scrip.web.page.Moment;
import scrip.web.place.Visit;
import scrip.web.settings.CreditsCards;
import scrip.web.settings.LimitsCards;
import scrip.web.settings.OwnUse;
import scrip.web.usage.Receipts;

/** Fills the builder page: the conversation so far, the credits, and the app it has come to. */
final class BuilderPages {

    private static final int MOST_STEPS = 5;
    private static final int PLANNING = 25;
    private static final int WRITING = 80;

    private final Balances balances;
    private final LedgerReader ledger;
    private final LimitsCards limits;
    private final MeterOperations.Tariff tariff;
    private final MessageSource messages;
    private final Popovers popovers;

    BuilderPages(Balances balances, Ledgers ledgers, MeterOperations.Tariff tariff, MessageSource messages) {
        this.balances = balances;
        this.ledger = ledgers.ledger;
        this.limits = ledgers.limits;
        this.tariff = tariff;
        this.messages = messages;
        this.popovers = new Popovers(limits, ledgers.notices);
    }

    /** Where charges, limits and notices are looked up. */
    record Ledgers(LedgerReader ledger, LimitsCards limits, NoticeBoard notices) {}

    /**
     * What was typed and not taken.
     *
     * @param refusal
     *            ends {@code composer.refused.…}, or null
     */
    record Draft(String prompt, String operation, @Nullable String refusal) {

        static final Draft NONE = new Draft("", "", null);
    }

    BuilderPage of(Visit visit, Chat chat, Draft draft) {
        CreditPool pool = pool(visit);
        String base = visit.place().builder();
        boolean running = chat.turns().stream().anyMatch(turn -> turn.state() == State.RUNNING);
        return new BuilderPage(text("builder.app"), popovers.of(visit, pool),
                chat.turns().stream().flatMap(turn -> Stream.of(new ChatEntry.Prompt(turn.prompt(), turn.operation()),
                        entry(visit, turn, pool))).toList(),
                composer(base, chat, draft, pool), canvas(chat, running),
                chat.turns().isEmpty() || running ? null : base + "/chat/clear", running ? base + "/chat" : null);
    }

    /** @return what became of a prompt */
    ChatEntry entry(Visit visit, ChatTurn turn) {
        return entry(visit, turn, pool(visit));
    }

    private CreditPool pool(Visit visit) {
        return balances.now(visit.pool()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ChatEntry entry(Visit visit, ChatTurn turn, CreditPool pool) {
        String url = visit.place().builder() + "/chat/" + turn.id();
        return switch (turn.state()) {
            case ESTIMATED -> new ChatEntry.Estimate(text(turn.typical()), text(turn.most()),
                    CreditsCards.text(pool.available()), url + "/run", url + "/cancel");
            case RUNNING -> running(turn, pool.asOf());
            case DONE -> done(turn, pool);
            case FAILED -> new ChatEntry.Failed(text(turn.most()), url + "/retry");
            case CANCELLED -> new ChatEntry.Cancelled();
            case LIMIT_REACHED -> limitReached(turn, limits.own(pool, visit.member().email()));
            case OUT_OF_CREDITS -> new ChatEntry.OutOfCredits(text(turn.most()), CreditsCards.text(pool.available()),
                    !pool.available().isLessThan(Credits.ofMicros(turn.most())),
                    visit.isAdmin() ? visit.place().buy() : null, renewsOn(pool), url + "/retry", url);
        };
    }

    private static ChatEntry limitReached(ChatTurn turn, OwnUse own) {
        return new ChatEntry.LimitReached(text(turn.number()), own.used(), own.held() == null ? "0" : own.held());
    }

    private static @Nullable String renewsOn(CreditPool pool) {
        return pool.period().granted().isPositive() ? Moment.day(pool.period().endExclusive()).text() : null;
    }

    private static ChatEntry running(ChatTurn turn, Instant now) {
        int percent = Assistant.percent(turn, now);
        String step = percent < PLANNING ? "planning" : percent < WRITING ? "writing" : "checking";
        return new ChatEntry.Running(percent, step, text(turn.most()));
    }

    private ChatEntry done(ChatTurn turn, CreditPool pool) {
        return ledger.charge(pool.id(), turn.number()).<ChatEntry>map(charge -> new ChatEntry.Reply(answer(turn),
                CreditsCards.text(charge.credits()), Receipts.of(charge, Credits.ofMicros(turn.most()))))
                .orElseGet(ChatEntry.Cancelled::new);
    }

    private String answer(ChatTurn turn) {
        return text("chat.reply." + turn.operation(), text("chat.reply.other"));
    }

    private BuilderPage.Composer composer(String base, Chat chat, Draft draft, CreditPool pool) {
        List<Operation> operations = tariff.rateCards().at(pool.asOf()).operations();
        Map<String, TypicalCost> costs = tariff.typical().of(pool.id(), operations);
        List<BuilderPage.Choice> choices = operations.stream()
                .map(operation -> new BuilderPage.Choice(operation.key(),
                        CreditsCards.text(Assistant.about(Objects.requireNonNull(costs.get(operation.key())))),
                        operation.key().equals(draft.operation())))
                .toList();
        return new BuilderPage.Composer(base + "/chat", draft.prompt(), choices, chat.isBusy(), draft.refusal());
    }

    private BuilderPage.Canvas canvas(Chat chat, boolean running) {
        List<String> steps = chat.turns().stream().filter(turn -> turn.state() == State.DONE)
                .map(turn -> text("operation." + turn.operation(), turn.operation())).toList();
        String state = running ? "building" : steps.isEmpty() ? "empty" : "ready";
        return new BuilderPage.Canvas(state, text("builder.app"),
                steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private String text(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, Locale.ENGLISH);
        return found == null ? otherwise : found;
    }

    private static String text(long micros) {
        return CreditsCards.text(Credits.ofMicros(micros));
    }
}
