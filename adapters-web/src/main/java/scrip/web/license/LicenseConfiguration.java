package scrip.web.license;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.license.InstanceStore;
import scrip.application.license.KeyReader;
import scrip.application.license.LicenseKeys;
import scrip.application.pool.Desk;
import scrip.application.workspace.Workspaces;
import scrip.web.wiring.Deployment;
import scrip.web.wiring.ScripProperties;

/** Builds what takes license keys (rule 7). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LicenseSettings.class)
public class LicenseConfiguration {

    @Bean
    KeyReader keyReader(LicenseSettings settings) {
        String key = settings.publicKey().strip();
        return new SignedKeys(key.isEmpty() ? null : VendorKeys.publicKey(key));
    }

    @Bean
    LicenseKeys licenseKeys(Desk desk, InstanceStore instances, KeyReader reader, ScripProperties properties) {
        return new LicenseKeys(desk, instances, reader, properties.deployment() == Deployment.SELF_HOSTED);
    }

    @Bean
    LicenseKeyController licenseKeyController(LicenseKeys keys, Workspaces workspaces) {
        return new LicenseKeyController(keys, workspaces);
    }
}
