package io.kunan.kernel;

/** Anything that can give rows: a file, a query on the history, a laboratory's database. */
@FunctionalInterface
public interface TableSource {
  /**
   * Reads all rows.
   *
   * @throws InputException when nothing usable can be read
   */
  Table read();
}
