package scrip.web.kill;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.support.GenericApplicationContext;
import scrip.web.ScripApplication;
import scrip.web.wiring.Job;

/**
 * The application as it is, but for a {@link Freezer} around its ports. It is told on its standard input at which moment
 * to freeze, and halts when that ends.
 */
public final class KillableScrip {

    /** What is frozen keeps its thread, so there have to be many. */
    private static final int THREADS = 100;

    private KillableScrip() {}

    /** @param args as those of {@link ScripApplication} */
    public static void main(String[] args) throws Exception {
        Freezer freezer = new Freezer(System.out);
        SpringApplication application = new SpringApplication(ScripApplication.class);
        application.addInitializers(context -> prepare((GenericApplicationContext) context, freezer));
        application.run(args);
        obey(freezer);
        Runtime.getRuntime().halt(1);
    }

    private static void prepare(GenericApplicationContext context, Freezer freezer) {
        context.getBeanFactory().addBeanPostProcessor(freezer);
        context.addApplicationListener(event -> {
            if (event instanceof WebServerInitializedEvent listening) {
                System.out.println(Freezer.MARK + "port " + listening.getWebServer().getPort());
            }
        });
        // Each job has a thread, also to work the inbox off on.
        IntStream.range(0, THREADS).mapToObj(i -> "idle-" + i).forEach(name -> context.registerBean(name, Job.class,
                () -> new Job(name, Duration.ofDays(1), () -> {
                })));
    }

    private static void obey(Freezer freezer) throws Exception {
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            freezer.set(Integer.parseInt(line));
        }
    }
}
