package io.kunan.engine.files.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of columns, made unique. */
final class Names {
  private Names() {}

  /**
   * Names as the header has them. One without a name gets its number; a second one of the same name
   * gets #2 behind it. Nameless columns at the end that hold nothing are only separators.
   */
  static List<String> of(List<String> header, List<List<String>> rows) {
    int count = header.size();
    while (count > 1 && header.get(count - 1).isEmpty() && isEmpty(rows, count - 1)) {
      count--;
    }
    List<String> names = new ArrayList<>(count);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < count; i++) {
      String name = header.get(i).isEmpty() ? "c" + (i + 1) : header.get(i);
      String unique = name;
      for (int n = 2; !taken.add(unique); n++) {
        unique = name + "#" + n;
      }
      names.add(unique);
    }
    return List.copyOf(names);
  }

  static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "c" + i).toList();
  }

  private static boolean isEmpty(List<List<String>> rows, int column) {
    return rows.stream().allMatch(row -> row.size() <= column || row.get(column).isEmpty());
  }
}
