package scrip.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Scrip; the other adapters plug themselves in as auto-configurations. */
@SpringBootApplication
public class ScripApplication {

    /** Starts the application.
     *
     * @param args Spring Boot's command line arguments, such as {@code --scrip.data=/var/lib/scrip} */
    public static void main(String[] args) {
        SpringApplication.run(ScripApplication.class, args);
    }
}
