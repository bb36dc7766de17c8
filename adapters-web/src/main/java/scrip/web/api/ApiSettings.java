package scrip.web.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code scrip.api.*}.
 *
 * @param failedAttempts
 *            wrong keys and sign-ins that an address may have in a minute
 */
@ConfigurationProperties("scrip.api")
public record ApiSettings(@DefaultValue("50") int failedAttempts) {}
