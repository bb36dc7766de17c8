package scrip.benchmarks.growth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import scrip.benchmarks.http.App;
import scrip.benchmarks.http.Visitor;

/** Every page of a workspace and of the operator, and what the API reads: each with who asks for it and for what. */
public final class Tour {

    private static final int DAYS = 400;

    private final String slug;
    private final long rows;
    private final LocalDate today;
    private final RandomGenerator random = new SplittableRandom(7);
    private final Map<String, Stop> stops = new LinkedHashMap<>();

    /** Somewhere to go again and again; which page of its kind is drawn anew each time. */
    public record Stop(Visitor who, Supplier<String> paths) {}

    private Tour(String slug, long rows, Instant now) {
        this.slug = slug;
        this.rows = rows;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * @param rows
     *            how many the ledger has
     * @return the stops by what they are
     */
    public static Map<String, Stop> of(App app, String slug, long rows, Instant now) {
        Tour tour = new Tour(slug, rows, now);
        String admin = "admin@" + slug + ".test";
        app.admit(slug, admin, "admin");
        app.admit(slug, Team.builder(0), "builder");
        tour.settings(app.person(admin), app.person(Team.builder(0)));
        tour.usage(app.person(admin), app.person(Team.builder(0)));
        tour.operator(app.operator());
        tour.reads(app.program(slug));
        return tour.stops;
    }

    private void settings(Visitor admin, Visitor builder) {
        String settings = "/" + slug + "/settings/subscription";
        stop("settings", admin, settings);
        stop("settings, all purchases", admin, settings + "?purchases=all");
        stop("settings, a builder's", builder, settings);
        stop("settings, its card anew", admin, settings + "/credits");
        stop("Get AI credits", admin, settings + "/buy");
        stop("builder", admin, "/" + slug + "/builder");
        stop("builder, popover", builder, "/" + slug + "/builder/credits");
    }

    private void usage(Visitor admin, Visitor builder) {
        String usage = "/" + slug + "/settings/subscription/usage";
        stop("usage", admin, usage);
        stop("usage, deep in it", admin, number(before -> usage + "?before=" + before));
        stop("usage, of some days", admin, day(day -> usage + "?from=" + day + "&to=" + day.plusDays(20)));
        stop("usage, rare operation", admin, usage + "?operation=" + Team.RARE);
        stop("usage, of a builder", admin, person(email -> usage + "?builder=" + email));
        stop("usage, of a builder, rare operation", admin,
                person(email -> usage + "?operation=" + Team.RARE + "&builder=" + email));
        stop("usage, of a builder, some days", admin, person(
                email -> usage + "?builder=" + email + "&from=" + today.minusDays(300) + "&to=" + today.minusDays(9)));
        stop("usage, a builder's own", builder, usage);
        stop("usage, 400 days explained", admin, usage + "?explainFrom=" + today.minusDays(DAYS));
    }

    private void operator(Visitor operator) {
        String workspace = "/operator/workspaces/" + slug;
        stop("operator, workspaces", operator, "/operator");
        stop("operator, search", operator, "/operator?q=" + slug);
        stop("operator, workspace", operator, workspace);
        stop("operator, ledger", operator, workspace + "/ledger");
        stop("operator, ledger, deep in it", operator, number(before -> workspace + "/ledger?before=" + before));
        stop("operator, 400 days explained", operator,
                workspace + "/ledger?explainFrom=" + today.minusDays(DAYS));
        stop("operator, promo codes", operator, "/operator/promo-codes");
        stop("operator, webhooks", operator, "/operator/webhooks");
        stop("operator, dead letters", operator, "/operator/webhooks?dead");
        stop("operator, verification", operator, "/operator/verify");
    }

    private void reads(Visitor program) {
        String usage = "/api/v1/usage?from=" + today.minusDays(DAYS - 1) + "&to=" + today.plusDays(1) + "&by=";
        stop("API, balance", program, "/api/v1/balance");
        stop("API, balance of a moment", program,
                day(day -> "/api/v1/balance?at=" + day + "T" + (10 + random.nextInt(14)) + ":30:00Z"));
        stop("API, ledger", program, number(after -> "/api/v1/ledger?after=" + after));
        stop("API, use of 30 days by builder", program, "/api/v1/usage?by=builder");
        stop("API, use of 400 days by builder", program, usage + "builder");
        stop("API, use of 400 days by day", program, usage + "day");
        stop("API, use of 400 days by operation", program, usage + "operation");
        stop("API, operations", program, "/api/v1/operations");
        stop("API, purchases", program, "/api/v1/purchases");
    }

    private void stop(String name, Visitor who, String path) {
        stop(name, who, () -> path);
    }

    private void stop(String name, Visitor who, Supplier<String> paths) {
        stops.put(name, new Stop(who, paths));
    }

    /** A number of a charge or an entry, anywhere in the pool's life. */
    private Supplier<String> number(LongFunction<String> path) {
        return () -> path.apply(1 + random.nextLong(Math.max(1, rows * 2 / 3)));
    }

    private Supplier<String> day(Function<LocalDate, String> path) {
        return () -> path.apply(today.minusDays(30 + random.nextInt(DAYS - 60)));
    }

    private Supplier<String> person(Function<String, String> path) {
        return () -> path.apply(Team.builder(random.nextInt(1_000)));
    }
}
