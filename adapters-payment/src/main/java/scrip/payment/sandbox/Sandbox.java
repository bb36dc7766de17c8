package scrip.payment.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The payment sandbox as a whole, put together by hand. */
public final class Sandbox implements AutoCloseable {

    /** Where everything of the sandbox is, below the application's own address. */
    public static final String PATH = "/sandbox/stripe";

    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final SandboxSettings settings;
    private final SandboxStore store;
    private final SandboxKeys keys;
    private final SandboxDeliveries deliveries;
    private final SandboxCheckouts checkouts;
    private final Turn turn = new Turn();
    private final RouterFunction<ServerResponse> routes;

    /**
     * Makes the sandbox; nothing is read or sent before {@link #start} or the first request.
     *
     * @param clock
     *            dates everything but signatures
     */
    public Sandbox(SandboxSettings settings, SandboxStore store, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        keys = new SandboxKeys(store, settings);
        deliveries = new SandboxDeliveries(store, keys, settings.webhookUrl());
        SandboxEvents events = new SandboxEvents(store, clock, deliveries::send);
        SandboxMoney money = new SandboxMoney(store, events, clock);
        checkouts = new SandboxCheckouts(store, events, clock, settings.publicUrl());
        SandboxPages pages = new SandboxPages();
        SandboxCards cards = new SandboxCards(store, checkouts, events, clock,
                () -> deliveries.switches().declines());
        routes = new SandboxApi(keys, store, turn)
                .routes(new SandboxApi.Desks(checkouts, cards, money, new SandboxRecords(store, clock), events,
                        () -> settings.publicUrl().get() + PATH + "/pay/"))
                .and(new CheckoutPage(checkouts, cards, pages, turn).routes())
                .and(new ReceiptPage(store, pages).routes())
                .and(new DashboardPage(store, money, deliveries, pages, turn).routes());
    }

    /** The addresses that it answers, to be served by the application. */
    public RouterFunction<ServerResponse> routes() {
        return routes;
    }

    /** The key that opens its API, and the secret that signs its events. */
    public SandboxKeys keys() {
        return keys;
    }

    /**
     * The sandbox at an instant of the past. What is done there is told by events of that time, which are delivered when
     * this sandbox is started next.
     */
    public SandboxPast at(Instant then) {
        SandboxEvents untold = new SandboxEvents(store, () -> then, event -> {
        });
        return new SandboxPast(new SandboxCheckouts(store, untold, () -> then, settings.publicUrl()),
                new Expansion(store), turn);
    }

    /** Sends what an earlier run left undelivered, and from now on closes sessions whose time is over. */
    public void start() {
        deliveries.resume();
        deliveries.repeat(() -> turn.run(checkouts::sweep), SWEEP);
    }

    @Override
    public void close() {
        deliveries.close();
    }
}
