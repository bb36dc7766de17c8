package scrip.web.license;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code scrip.license.*}.
 *
 * @param publicKey
 *            the vendor's, which license keys are verified with; empty if there are none
 */
@ConfigurationProperties("scrip.license")
public record LicenseSettings(@DefaultValue("") String publicKey) {}
