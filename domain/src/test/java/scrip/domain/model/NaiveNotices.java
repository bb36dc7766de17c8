package scrip.domain.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import scrip.domain.license.License;
import scrip.domain.notice.Matter;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;

/**
 * A second telling of rule 31, from the outside: looks at a pool before and after each single step and says which
 * notices there have to be, in words such as "10 %" and "7 days".
 */
final class NaiveNotices {

    private static final List<Integer> SHARES = List.of(0, 10, 20);
    private static final List<Integer> DAYS = List.of(1, 7, 30);
    private static final int NONE = 1_000;

    private int share = NONE;
    private int days = NONE;
    private CreditPool before;

    NaiveNotices(CreditPool born) {
        before = born;
    }

    /** @return what is to be told after a step of one command */
    List<String> after(Command command, CreditPool pool) {
        List<String> told = new ArrayList<>();
        if (command instanceof Command.TellPaymentFailed) {
            told.add("payment");
        }
        arm(command, pool);
        if (!plan(before).equals(plan(pool))) {
            told.add("plan");
        }
        if (shareOf(pool) < share) {
            share = shareOf(pool);
            told.add(share + " %");
        }
        if (daysOf(pool) < days) {
            days = daysOf(pool);
            told.add(days + " days");
        }
        before = pool;
        return told;
    }

    private void arm(Command command, CreditPool pool) {
        boolean bought = command instanceof Command.CreditPurchase || command instanceof Command.PutBack;
        boolean raised = pool.period().granted().isMoreThan(before.period().granted());
        if (pool.period().number() != before.period().number()) {
            share = NONE;
        } else if (bought || raised) {
            share = Math.max(share, shareOf(pool));
        }
        days = bought ? Math.max(days, daysOf(pool)) : days;
    }

    private static int shareOf(CreditPool pool) {
        BigDecimal granted = pool.period().granted().toDecimal();
        BigDecimal left = granted.subtract(pool.monthlyUsed().toDecimal()).movePointRight(2);
        return SHARES.stream().filter(_ -> granted.signum() > 0)
                .filter(percent -> left.compareTo(granted.multiply(BigDecimal.valueOf(percent))) <= 0).findFirst()
                .orElse(NONE);
    }

    private static int daysOf(CreditPool pool) {
        AddOn addOn = pool.stock().addOn();
        Instant end = addOn.endsAt();
        return DAYS.stream().filter(_ -> end != null && addOn.available().plus(pool.held().addOn()).isPositive())
                .filter(few -> Duration.between(pool.asOf(), end).compareTo(Duration.ofDays(few)) <= 0).findFirst()
                .orElse(NONE);
    }

    private static String plan(CreditPool pool) {
        License license = pool.licensing().inForceAt(pool.asOf()).orElse(null);
        return license == null ? "free"
                : license.plan() + license.builders() + "×" + license.creditsPerBuilder() + license.interval();
    }

    /** @return a notice in the same words */
    static String word(Matter matter) {
        return switch (matter) {
            case Matter.Low low -> low.percent() + " %";
            case Matter.Exhausted _ -> "0 %";
            case Matter.AddOnEnding ending -> ending.days() + " days";
            case Matter.PlanChanged _ -> "plan";
            case Matter.PaymentFailed _ -> "payment";
        };
    }
}
