package io.kunan.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something a person gave us cannot be used: says where it stands, what was found, what is allowed
 * and what to do. Single bad measurements never raise this: they are data with a quality.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String remedy;

  /**
   * @param where file, line, field or option
   * @param found what is wrong with the value found there
   * @param remedy what is allowed and what to do
   */
  public InputException(String where, String found, String remedy) {
    this(where, found, remedy, null);
  }

  public InputException(String where, String found, String remedy, @Nullable Throwable cause) {
    super("%s: %s; %s".formatted(where, found, remedy), cause);
    this.where = where;
    this.remedy = remedy;
  }

  /** File, line, field or option. */
  public String where() {
    return where;
  }

  /** What is allowed and what to do. */
  public String remedy() {
    return remedy;
  }
}
