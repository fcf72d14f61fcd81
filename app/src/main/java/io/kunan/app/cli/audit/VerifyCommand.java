package io.kunan.app.cli.audit;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.TextTable;
import io.kunan.platform.audit.AuditChain;
import io.kunan.platform.audit.AuditVerdict;
import io.kunan.platform.database.Database;
import io.kunan.platform.home.HomeFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Checks the whole chain of the audit trail, beside a running server or without one. Exit code 3
 * when something was changed, taken away or slipped in.
 */
@Command(
    name = "verify",
    description = "Find any change made to the audit trail after the fact.",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder of the installation (default: KUNAN_HOME, else ~/.kunan).")
  private @Nullable Path home;

  @Mixin private Answers answers = new Answers();

  @Override
  public Integer call() throws SQLException {
    Map<String, String> environment = System.getenv();
    Path folder = home == null ? HomeFolder.defaultRoot(environment) : home;
    AuditVerdict verdict = verify(folder, environment);
    answers.print(
        verdict,
        new TextTable("", "entries", "chain", "first broken", "reason")
            .row(
                verdict.entries(),
                verdict.ok() ? "whole" : "broken",
                verdict.firstBroken() == null ? "" : verdict.firstBroken(),
                verdict.reason() == null ? "" : verdict.reason()));
    return verdict.ok() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private static AuditVerdict verify(Path folder, Map<String, String> environment)
      throws SQLException {
    HomeFolder.lookInto(folder).close(); // refuses a folder that is none of ours, before making it
    if (HomeFolder.isInUse(folder)) {
      HomeFolder home = HomeFolder.lookInto(folder);
      try (Database database = Database.join(home, environment)) {
        return verify(home, database);
      }
    }
    try (HomeFolder home = HomeFolder.open(folder);
        Database database = Database.open(home, environment)) {
      return verify(home, database);
    }
  }

  private static AuditVerdict verify(HomeFolder home, Database database) throws SQLException {
    try (Connection connection = database.address().connect()) {
      return new AuditChain(home.secrets()).verify(connection);
    }
  }
}
