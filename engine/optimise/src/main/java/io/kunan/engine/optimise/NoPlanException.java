package io.kunan.engine.optimise;

/** No plan was found, for a reason the message gives. */
public final class NoPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoPlanException(String message) {
    super(message);
  }
}
