package io.kunan.kernel;

import java.util.List;

/** One column of a {@link Table}. */
public sealed interface Column {
  String name();

  int size();

  /**
   * Numbers; a missing or unreadable cell is NaN.
   *
   * @param values one for each row; owned by the column
   */
  @SuppressWarnings("ArrayRecordComponent") // millions of cells: boxed lists are no choice
  record Numbers(String name, double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }
  }

  /**
   * Words, such as a shift or a load type; a missing cell is the empty string.
   *
   * @param values one for each row
   */
  record Words(String name, List<String> values) implements Column {
    public Words {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }
  }
}
