package io.kunan.platform.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes about itself into its data folder ({@code postmaster.pid}).
 *
 * @param pid process number
 * @param port TCP port
 */
record PostmasterFile(long pid, int port) {
  private static final String NAME = "postmaster.pid";
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** Empty when no server runs, or it is so young that its port is not written yet. */
  static Optional<PostmasterFile> find(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve(NAME));
      return lines.size() <= PORT_LINE
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Long.parseLong(lines.get(PID_LINE).strip()),
                  Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(NAME));
  }

  /**
   * The process, if it still lives and is a PostgreSQL: after a restart of the machine the number
   * may belong to anybody.
   */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().command().filter(PostmasterFile::isPostgres).isPresent()
                    || process.info().commandLine().filter(PostmasterFile::isPostgres).isPresent());
  }

  private static boolean isPostgres(String command) {
    return command.contains("postgres");
  }
}
