package io.kunan.engine.files.internal;

import io.kunan.engine.files.ColumnPreview.Kind;
import io.kunan.kernel.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the cells of one column of a table. */
public final class ColumnCollector {
  private final String name;
  private final int index;
  private Kind kind;
  private double[] numbers = new double[0];
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();
  private int size;

  /** A column whose first rows hold nothing is decided by its first cell that does. */
  public ColumnCollector(String name, int index, Kind kind) {
    this.name = name;
    this.index = index;
    this.kind = kind == Kind.TIME ? Kind.WORDS : kind;
  }

  /** Takes the cell of the row in hand; true when it is a number. */
  public boolean add(Rows row, Findings findings) {
    boolean missing = row.isMissing(index);
    if (kind == Kind.EMPTY && !missing) {
      decide(row);
    }
    if (kind == Kind.WORDS) {
      words.add(missing ? "" : shared(row.text(index)));
      size++;
      return false;
    }
    double value = missing ? Double.NaN : row.number(index);
    if (!missing && Double.isNaN(value)) {
      findings.rejectCell(row.line(), name, row.text(index), "is no number");
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(1_024, size * 2));
    }
    numbers[size++] = value;
    return !Double.isNaN(value);
  }

  public Column build() {
    return kind == Kind.WORDS
        ? new Column.Words(name, words)
        : new Column.Numbers(name, Arrays.copyOf(numbers, size));
  }

  private void decide(Rows row) {
    kind = Double.isNaN(row.number(index)) ? Kind.WORDS : Kind.NUMBERS;
    if (kind == Kind.WORDS) {
      for (int i = 0; i < size; i++) {
        words.add("");
      }
    }
  }

  /** One string for equal words: a shift or a load type stands in every row. */
  private String shared(String word) {
    if (shared.size() > 10_000) {
      return word;
    }
    String known = shared.putIfAbsent(word, word);
    return known == null ? word : known;
  }
}
