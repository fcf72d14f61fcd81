package io.kunan.engine.files.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records whose cells are set apart by any run of blanks and tabs, as simulators write them. */
final class SpacedFeed implements RecordFeed {
  private final Lines lines;
  private final CellBuffer record = new CellBuffer();

  SpacedFeed(Lines lines) {
    this.lines = lines;
  }

  @Override
  public @Nullable CellBuffer next() throws IOException {
    while (lines.next()) {
      record.begin(lines.number());
      split(lines.chars(), lines.start(), lines.end());
      if (record.cells() > 0) {
        return record;
      }
    }
    return null;
  }

  private void split(char[] text, int from, int to) {
    int i = from;
    while (i < to) {
      int start = i;
      while (i < to && text[i] > ' ') {
        i++;
      }
      if (i > start) {
        record.add(text, start, i - start);
      }
      while (i < to && text[i] <= ' ') {
        i++;
      }
    }
  }
}
