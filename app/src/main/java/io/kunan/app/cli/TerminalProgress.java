package io.kunan.app.cli;

import io.kunan.kernel.Progress;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is, on one line of stderr, where a person sits at the terminal. */
public final class TerminalProgress implements Progress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  private final PrintWriter err;
  private final boolean watched;
  private long shown = -1;

  public TerminalProgress(PrintWriter err) {
    this.err = err;
    this.watched = isTerminal(System.console()) || isTerminal(STDERR);
  }

  private static boolean isTerminal(@Nullable Console console) {
    return console != null && console.isTerminal();
  }

  /** A console needs stdout too, which is often sent into a file; Linux tells of stderr alone. */
  private static boolean isTerminal(Path stream) {
    try {
      String target = Files.readSymbolicLink(stream).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public boolean report(long done, long total, String what) {
    long percent = total == 0 ? 0 : Math.min(100, 100 * done / total);
    if (watched && percent != shown) {
      shown = percent;
      err.print("%s%s %d %%".formatted(CLEAR_LINE, what, percent));
      err.flush();
    }
    return true;
  }

  @Override
  public void close() {
    if (shown >= 0) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
