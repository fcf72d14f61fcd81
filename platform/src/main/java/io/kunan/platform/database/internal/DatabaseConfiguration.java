package io.kunan.platform.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.kunan.kernel.InputException;
import io.kunan.platform.database.Database;
import io.kunan.platform.database.DatabaseAddress;
import io.kunan.platform.database.ModuleMigrations;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections; whoever gets it finds every module's schema up to date. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 16;

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Database database) {
    DatabaseAddress address = database.address();
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("kunan");
    pool.setDataSource(address.source());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    try {
      ModuleMigrations.apply(pool);
    } catch (org.flywaydb.core.internal.exception.FlywaySqlException e) {
      pool.close();
      throw new InputException(
          "database",
          "%s cannot be used: %s".formatted(address, rootMessage(e)),
          "check KUNAN_DB_URL, KUNAN_DB_USER and KUNAN_DB_PASSWORD, and that the server runs",
          e);
    }
    return pool;
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
