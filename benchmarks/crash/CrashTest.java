import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients hold, settle, release and charge without a pause, each request under a key with which it is sent again until it is
 * answered. Meanwhile the application is killed (SIGKILL) at random moments and started again, then only its database. After
 * each time everything that was answered has to be in the ledger exactly once and nothing else, a request that is sent again
 * has to get its first answer, and the verifier has to be content.
 */
final class CrashTest {

    private static final String OPERATOR_KEY = "operator-key-of-the-crash-test-0123456789";
    private static final int CLIENTS = 8;
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern CREDITS = Pattern.compile("\"credits\":([0-9.]+)");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    private final Path jar;
    private final int port;
    private final Path data = Path.of("target", "crash-test-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    /** Held for reading while a request is on its way until it is answered, for writing while all is quiet. */
    private final ReentrantReadWriteLock quiet = new ReentrantReadWriteLock(true);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong keys = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicLong unexpected = new AtomicLong();
    private final Map<String, Answered> answered = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> charged = new ConcurrentHashMap<>();
    private final Map<String, BigDecimal> inLedger = new HashMap<>();
    private long lastSeq;
    private String serviceKey = "";
    private Process application;

    private record Request(String path, String key, String body) {}

    private record Answered(Request request, String body) {}

    CrashTest(Path jar, int port) {
        this.jar = jar;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        new CrashTest(Path.of(args[0]), Integer.parseInt(args[2])).run(Integer.parseInt(args[1]));
    }

    private void run(int rounds) throws Exception {
        Files.createDirectories(data);
        start();
        try {
            prepare();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofVirtual().start(this::work));
            }
            for (int round = 1; round <= rounds; round++) {
                round("application", round, this::killApplication);
            }
            for (int round = 1; round <= rounds; round++) {
                round("database", round, this::killDatabase);
            }
            over.set(true);
            for (Thread client : clients) {
                client.join();
            }
            check();
            System.out.printf("%,d requests answered, %,d times sent again until they were, %,d charges, %,d entries;%n"
                    + "each is in the ledger exactly once, and every ledger is whole.%n", answered.size(),
                    sentAgain.get(), charged.size(), lastSeq);
            if (unexpected.get() > 0) {
                throw new AssertionError(unexpected + " answers were neither what was asked for nor 503");
            }
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    /** Something that is done to the running system. */
    private interface Blow {
        void fall() throws Exception;
    }

    private void round(String victim, int round, Blow blow) throws Exception {
        Thread.sleep(ThreadLocalRandom.current().nextInt(300, 3_000));
        int before = answered.size();
        long began = System.nanoTime();
        blow.fall();
        awaitAnswer();
        long back = (System.nanoTime() - began) / 1_000_000;
        quiet.writeLock().lock();
        try {
            check();
            System.out.printf("%s killed, round %d: answering again after %,d ms; %,d requests since the start (%d at the"
                    + " blow), all of them in the ledger once%n", victim, round, back, answered.size(), before);
        } finally {
            quiet.writeLock().unlock();
        }
    }

    private void killApplication() throws Exception {
        application.destroyForcibly().waitFor();
        start();
    }

    private void killDatabase() throws Exception {
        long pid = Long.parseLong(Files.readString(data.resolve("mariadbd.pid")).strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    // ---- the application

    private void start() throws IOException {
        application = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-jar", jar.toString(),
                "--scrip.data=" + data, "--scrip.database.programs=target", "--scrip.deployment=cloud",
                "--scrip.operator-key=" + OPERATOR_KEY, "--server.port=" + port).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("application.log").toFile())).start();
        awaitAnswer();
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (send("GET", "/api/v1/operator/verify", "", "", OPERATOR_KEY).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                pause();
            }
        }
        throw new AssertionError("not back within " + LONGEST_RECOVERY + "; see " + data.resolve("application.log"));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String key, String body, String bearer)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json");
        if (path.contains("/ledger")) {
            request.header("Accept", "text/csv");
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            return http.send(request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare() throws IOException {
        String workspace = "/api/v1/operator/workspaces/crash";
        expect(201, send("PUT", workspace, "", "{\"name\":\"Crash\"}", OPERATOR_KEY));
        expect(201, send("POST", workspace + "/grants", "grant",
                "{\"credits\":10000000,\"expiresAt\":\"2090-01-01T00:00:00Z\",\"reason\":\"load\"}", OPERATOR_KEY));
        HttpResponse<String> made = send("POST", workspace + "/api-keys", "key",
                "{\"name\":\"load\",\"scopes\":[\"meter\",\"read\"]}", OPERATOR_KEY);
        expect(201, made);
        serviceKey = find(KEY, made.body());
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    // ---- the clients

    private void work() {
        while (!over.get()) {
            quiet.readLock().lock();
            try {
                switch (ThreadLocalRandom.current().nextInt(4)) {
                    case 0 -> charge();
                    case 1 -> settle(hold());
                    case 2 -> insist("/api/v1/holds/" + hold() + "/release", "");
                    default -> again();
                }
            } finally {
                quiet.readLock().unlock();
            }
        }
    }

    private static String work(String more) {
        return "{\"operation\":\"query\",\"builder\":\"load@crash.test\"," + more + "}";
    }

    private void charge() {
        remember(insist("/api/v1/charges", work("\"credits\":" + someCredits())));
    }

    private String hold() {
        return find(ID, insist("/api/v1/holds", work("\"credits\":3")));
    }

    private void settle(String hold) {
        remember(insist("/api/v1/holds/" + hold + "/settle", "{\"credits\":" + someCredits() + "}"));
    }

    private static String someCredits() {
        return BigDecimal.valueOf(ThreadLocalRandom.current().nextLong(1, 3_000_000), 6).toPlainString();
    }

    private void remember(String charge) {
        charged.put(find(ID, charge), new BigDecimal(find(CREDITS, charge)));
    }

    /** Sends a request under one key until it is answered. */
    private String insist(String path, String body) {
        Request request = new Request(path, "k" + keys.incrementAndGet(), body);
        String answer = insist(request);
        answered.put(request.key, new Answered(request, answer));
        return answer;
    }

    private String insist(Request request) {
        while (true) {
            try {
                HttpResponse<String> response = send("POST", request.path, request.key, request.body, serviceKey);
                if (response.statusCode() == 200 || response.statusCode() == 201) {
                    return response.body();
                }
                if (response.statusCode() != 503 && unexpected.incrementAndGet() < 20) {
                    System.out.println(request + " was answered " + response.statusCode() + " " + response.body());
                }
            } catch (IOException e) {
                pause();
            }
            sentAgain.incrementAndGet();
        }
    }

    /** Sends an answered request once more: the first answer comes again, to the letter. */
    private void again() {
        answered.values().stream().skip(ThreadLocalRandom.current().nextInt(answered.size() + 1)).findFirst()
                .ifPresent(known -> {
                    String body = insist(known.request);
                    if (!body.equals(known.body)) {
                        unexpected.incrementAndGet();
                        System.out.println(known + " was answered " + body + " when sent again");
                    }
                });
    }

    // ---- the check

    /** Nothing is on its way: the ledger has what was answered, once, and nothing else. */
    private void check() throws IOException {
        readLedger();
        if (!charged.keySet().equals(inLedger.keySet())) {
            throw new AssertionError("%d charges were answered, %d are in the ledger".formatted(charged.size(),
                    inLedger.size()));
        }
        charged.forEach((id, credits) -> {
            if (credits.compareTo(inLedger.get(id)) != 0) {
                throw new AssertionError("%s of %s credits is %s in the ledger".formatted(id, credits, inLedger.get(id)));
            }
        });
        HttpResponse<String> verified = send("GET", "/api/v1/operator/verify", "", "", OPERATOR_KEY);
        if (!verified.body().contains("\"ok\":true")) {
            throw new AssertionError("The verifier found: " + verified.body());
        }
    }

    private void readLedger() throws IOException {
        while (true) {
            HttpResponse<String> page = send("GET", "/api/v1/ledger?limit=1000&after=" + lastSeq, "", "", serviceKey);
            expect(200, page);
            List<String> rows = page.body().lines().skip(1).toList();
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                lastSeq = Long.parseLong(cells[0]);
                if (cells[5].equals("spent")) {
                    inLedger.merge(cells[10], new BigDecimal(cells[6]), BigDecimal::add);
                }
            }
            if (rows.size() < 1_000) {
                return;
            }
        }
    }
}
