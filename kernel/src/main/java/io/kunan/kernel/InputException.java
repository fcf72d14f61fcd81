package io.kunan.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something a person gave us cannot be used: says where it stands, what was found, what is allowed
 * and what to do. Single bad measurements never raise this: they are data with a quality.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Sentence String where;
  private final @Sentence String found;
  private final @Sentence String remedy;

  /**
   * @param where file, line, field or option
   * @param found what is wrong with the value found there
   * @param remedy what is allowed and what to do
   */
  public InputException(@Sentence String where, @Sentence String found, @Sentence String remedy) {
    this(where, found, remedy, null);
  }

  public InputException(
      @Sentence String where,
      @Sentence String found,
      @Sentence String remedy,
      @Nullable Throwable cause) {
    super("%s: %s; %s".formatted(where, found, remedy), cause);
    this.where = where;
    this.found = found;
    this.remedy = remedy;
  }

  /** File, line, field or option. */
  public @Sentence String where() {
    return where;
  }

  /** What is wrong with the value found there. */
  public @Sentence String found() {
    return found;
  }

  /** What is allowed and what to do. */
  public @Sentence String remedy() {
    return remedy;
  }
}
