package io.kunan.platform.connect.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.OpcUaEndpoint.Security;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.fixture.SharedPostgres;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectionMigrationTest {
  @Test
  void connectionsOfTheFirstReleaseStayWhatTheyAre() {
    DataSource database = SharedPostgres.fresh().address().source();
    JdbcClient client = JdbcClient.create(database);
    client.sql("DROP SCHEMA connect CASCADE").update();
    migrate(database, "1");
    client
        .sql(
            "INSERT INTO connect.connection (name, kind, endpoint, security_policy, username,"
                + " enabled, desired, created_at) VALUES ('old', 'OPC_UA', 'opc.tcp://plc:4840',"
                + " 'BASIC256SHA256', 'op', true, 'RUNNING', now())")
        .update();
    migrate(database, "latest");

    ConnectionStore store =
        new ConnectionStore(client, new JdbcTemplate(database), Clock.systemUTC());
    ConnectionRow row = store.findByName("old").orElseThrow();
    assertThat(row.settings())
        .isEqualTo(
            new ConnectionSettings.OpcUa(
                new OpcUaEndpoint("opc.tcp://plc:4840", Security.BASIC256SHA256, "op", null)));
    assertThat(row.isToRun()).isTrue();
  }

  private static void migrate(DataSource database, String target) {
    Flyway.configure()
        .dataSource(database)
        .schemas("connect")
        .locations("classpath:db/migration/connect")
        .target(target)
        .load()
        .migrate();
  }
}
