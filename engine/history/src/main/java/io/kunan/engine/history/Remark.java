package io.kunan.engine.history;

/**
 * Who corrected history and why.
 *
 * @param who user or system, never blank
 * @param why one sentence, never blank
 */
public record Remark(String who, String why) {
  public Remark {
    if (who.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException("a correction says who made it and why");
    }
  }
}
