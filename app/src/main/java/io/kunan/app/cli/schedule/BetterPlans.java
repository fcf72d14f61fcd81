package io.kunan.app.cli.schedule;

import io.kunan.engine.optimise.SolveMonitor;
import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows the best plan so far on one line of stderr, where a person sits at the terminal. */
final class BetterPlans<P> implements SolveMonitor<P>, AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final boolean watched;
  private boolean shown;

  BetterPlans(PrintWriter err) {
    this(err, System.console());
  }

  private BetterPlans(PrintWriter err, @Nullable Console console) {
    this.err = err;
    this.watched = console != null && console.isTerminal();
  }

  @Override
  public synchronized void improved(P plan, double objective, double seconds) {
    if (watched) {
      shown = true;
      err.print("%sbest %.2f after %.1f s".formatted(CLEAR_LINE, objective, seconds));
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
