package scrip.web.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import scrip.application.workspace.Role;
import scrip.web.wiring.Deployment;

/** Tells on the console where the demo is and how to get in. */
final class DemoBanner implements ApplicationListener<ApplicationReadyEvent> {

    private static final String RULE = "-".repeat(100);

    private final List<Cast.Company> companies;
    private final Deployment deployment;
    private final PrintStream out;

    DemoBanner(List<Cast.Company> companies, Deployment deployment, PrintStream out) {
        this.companies = companies;
        this.deployment = deployment;
        this.out = out;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String set = environment.getProperty("scrip.public-url", "");
        String url = set.isBlank() ? "http://localhost:" + environment.getProperty("local.server.port", "8080") : set;
        StringBuilder text = new StringBuilder("\n" + RULE + "\n");
        line(text, "Scrip is ready, with demo data: " + url);
        companies.forEach(company -> describe(text, url, company));
        line(text, "");
        line(text, "Credits on a page of another site: " + url.replace("//localhost", "//127.0.0.1") + "/embed/demo");
        line(text, "");
        line(text, "Operator     " + url + "/operator   sign in as operator / "
                + environment.getProperty("scrip.operator-password", ""));
        line(text, "             key for " + url + "/api/v1/operator: "
                + environment.getProperty("scrip.operator-key", ""));
        text.append(RULE).append('\n');
        out.print(text);
        out.flush();
    }

    private void describe(StringBuilder text, String url, Cast.Company company) {
        boolean cloud = deployment == Deployment.CLOUD;
        String base = url + (cloud ? "/" + company.slug() : "");
        line(text, "");
        line(text, company.name());
        line(text, "  Settings   " + base + (cloud ? "/settings/subscription" : "/settings/license"));
        line(text, "  Builder    " + base + "/builder");
        for (Cast.Actor actor : company.people()) {
            line(text, "  Sign in    " + actor.email() + " / " + Cast.PASSWORD + "   (" + words(actor.role()) + ")");
        }
        line(text, "  API key    " + company.key().reveal());
    }

    private static String words(Role role) {
        return role.key().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static void line(StringBuilder text, String words) {
        text.append("  ").append(words).append('\n');
    }
}
