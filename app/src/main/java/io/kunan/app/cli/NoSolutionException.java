package io.kunan.app.cli;

/** The question put to a command has no answer, for a reason the message gives. */
public final class NoSolutionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoSolutionException(String message) {
    super(message);
  }
}
