package io.kunan.platform.database.internal;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a PostgreSQL program to its end. PostgreSQL refuses to work as root, so root runs it in a
 * user namespace of its own, where it is nobody and yet owns the same files.
 */
final class PostgresProgram {
  private static final long LONGEST_SECONDS = 120;
  private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");

  private final PostgresBinaries binaries;
  private final Path logs;

  PostgresProgram(PostgresBinaries binaries, Path logs) {
    this.binaries = binaries;
    this.logs = logs;
  }

  /**
   * @throws InputException when the program fails, with its last words
   */
  void run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(isRoot() ? NAMESPACE : List.of());
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    // The server outlives pg_ctl and inherits this output: a file, for a pipe would never end.
    Path log = logs.resolve("postgresql-" + program + ".log");
    try {
      int code = execute(command, log);
      if (code != 0) {
        throw failed(program, Files.readString(log).strip());
      }
    } catch (IOException e) {
      throw isRoot() && !Files.isExecutable(Path.of("/usr/bin/unshare"))
          ? namespaceForbidden("the program unshare is not installed")
          : new UncheckedIOException(e);
    }
  }

  private static int execute(List<String> command, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .start();
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("%s did not end in %d s".formatted(command, LONGEST_SECONDS));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while %s ran".formatted(command), e);
    }
  }

  private static java.io.File nothing() {
    return new java.io.File(
        System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private static InputException failed(String program, String words) {
    if (words.startsWith("unshare:")) {
      return namespaceForbidden(words);
    }
    List<String> lines = words.lines().toList();
    String last = String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    return new InputException(
        "PostgreSQL (" + program + ")",
        last.isEmpty() ? "failed without a word" : last,
        "see the folder logs of the home, or name a PostgreSQL of your own by KUNAN_DB_URL");
  }

  private static InputException namespaceForbidden(String reason) {
    return new InputException(
        "PostgreSQL",
        "it may not run as root and this machine allows root no user namespace (" + reason + ")",
        "start Kunan as an ordinary user, or name a PostgreSQL of your own by KUNAN_DB_URL");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"))
        && !System.getProperty("os.name", "").startsWith("Windows");
  }
}
