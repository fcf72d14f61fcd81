package io.kunan.kernel;

/**
 * What came of a request that may be refused for a reason a person should read, as against a fault
 * of ours, which is an exception.
 */
public sealed interface Outcome<T> {
  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * It was not done.
   *
   * @param reason one sentence
   * @param remedy what can be done about it
   */
  record Refused<T>(@Sentence String reason, @Sentence String remedy) implements Outcome<T> {}
}
