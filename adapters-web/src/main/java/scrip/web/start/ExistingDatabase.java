package scrip.web.start;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Lets a command look at the embedded database that is there: a mistyped folder must not become a new one. */
public final class ExistingDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        Path data = Path.of(environment.getProperty("scrip.data", "./data"));
        if (environment.getProperty("spring.datasource.url", "").isBlank()
                && !Files.isDirectory(data.resolve("database"))) {
            throw new StartRefusedException("There is no database in " + data.toAbsolutePath().normalize() + ".",
                    "Name its folder with --scrip.data=/path/to/folder, or a server with --spring.datasource.url.");
        }
    }
}
