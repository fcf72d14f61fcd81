package io.kunan.engine.optimise.internal.shop;

/**
 * Which orders of two operations on a machine, and which machines of an operation, the search may
 * not return to for some iterations. Large problems share cells by hashing: then a move is at worst
 * forbidden without need.
 */
final class TabuList {
  private static final int MAX_CELLS = 1 << 21;

  private final long[] pairs;
  private final long[] places;
  private final int operations;
  private final int mask;

  TabuList(int operations, int alternatives) {
    this.operations = operations;
    long cells = (long) operations * operations;
    boolean exact = cells <= MAX_CELLS;
    pairs = new long[exact ? (int) cells : MAX_CELLS];
    mask = exact ? -1 : MAX_CELLS - 1;
    places = new long[alternatives];
  }

  private int cell(int first, int second) {
    long at = (long) first * operations + second;
    return mask == -1 ? (int) at : (int) ((at * 0x9E3779B97F4A7C15L) >>> 40) & mask;
  }

  void forbidOrder(int first, int second, long until) {
    pairs[cell(first, second)] = until;
  }

  boolean isOrderForbidden(int first, int second, long now) {
    return pairs[cell(first, second)] > now;
  }

  void forbidPlace(int alternative, long until) {
    places[alternative] = until;
  }

  boolean isPlaceForbidden(int alternative, long now) {
    return places[alternative] > now;
  }
}
