package scrip.persistence;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;

/** Plugs the ports out into the application: every bean of this adapter is built here, in sight. */
@AutoConfiguration(before = DataJdbcRepositoriesAutoConfiguration.class)
@AutoConfigurationPackage
public class PersistenceAutoConfiguration {}
