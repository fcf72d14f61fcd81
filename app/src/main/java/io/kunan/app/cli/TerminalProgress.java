package io.kunan.app.cli;

import io.kunan.kernel.Progress;
import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is, on one line of stderr, where a person sits at the terminal. */
public final class TerminalProgress implements Progress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final boolean watched;
  private long shown = -1;

  public TerminalProgress(PrintWriter err) {
    this(err, System.console());
  }

  private TerminalProgress(PrintWriter err, @Nullable Console console) {
    this.err = err;
    this.watched = console != null && console.isTerminal();
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
