package io.kunan.kernel;

/**
 * Words for people, in the two languages of the console.
 *
 * @param zh Chinese
 * @param en English
 */
public record Text(String zh, String en) {
  /** The same in both, for names and numbers. */
  public static Text same(String text) {
    return new Text(text, text);
  }
}
