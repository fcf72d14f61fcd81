package io.kunan.app.cli;

/** What the command line answers to the shell. */
public final class ExitCode {
  public static final int DONE = 0;

  /** A fault of ours. */
  public static final int FAULT = 1;

  /** The command was called wrongly. */
  public static final int USAGE = 2;

  /** A file, line or field given to us cannot be used. */
  public static final int BAD_INPUT = 3;

  /** The question has no solution. */
  public static final int NO_SOLUTION = 4;

  private ExitCode() {}
}
