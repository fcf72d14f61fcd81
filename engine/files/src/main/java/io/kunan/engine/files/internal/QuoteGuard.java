package io.kunan.engine.files.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Takes lines out of a CSV file that open a quote and do not close it, so that one bad line does
 * not swallow the lines behind it. A quoted cell may run over some lines; line numbers stay as they
 * are because a blank line takes the place of the bad one.
 */
final class QuoteGuard extends Reader {
  /** A cell of more lines than this is taken for a quote that was never closed. */
  private static final int LONGEST_CELL = 20;

  /** How a line leaves the quote it starts in or opens. */
  private enum Quote {
    CLOSED,
    OPEN,
    STRAY
  }

  private final Lines lines;
  private final char separator;
  private final Findings findings;
  private final Deque<char[]> ahead = new ArrayDeque<>();
  private final long linesBefore;
  private long given;

  /** Lines known to end a cell that began on a line already given. */
  private int inside;

  private char[] chars = new char[0];
  private int at;
  private int end;
  private boolean lineEnd;

  QuoteGuard(Lines lines, char separator, Findings findings) {
    this.lines = lines;
    this.separator = separator;
    this.findings = findings;
    this.linesBefore = lines.number();
  }

  @Override
  public int read(char[] out, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (at < end) {
        int count = Math.min(end - at, length - done);
        System.arraycopy(chars, at, out, offset + done, count);
        at += count;
        done += count;
      } else if (lineEnd) {
        out[offset + done++] = '\n';
        lineEnd = false;
      } else if (!take()) {
        return done > 0 ? done : -1;
      }
    }
    return done;
  }

  @Override
  public void close() {
    // the file is closed by whoever opened it
  }

  /** Puts the next line in hand, an empty one in place of a bad one. */
  private boolean take() throws IOException {
    char[] kept = ahead.poll();
    if (kept != null) {
      hold(kept, 0, kept.length);
    } else if (lines.next()) {
      hold(lines.chars(), lines.start(), lines.end());
    } else {
      return false;
    }
    if (inside > 0) {
      inside--;
    } else if (opens()) {
      // looking ahead moves the buffer of the lines: keep what is in hand
      char[] own = Arrays.copyOfRange(chars, at, end);
      hold(own, 0, own.length);
      given--;
      inside = linesToClose();
      if (inside == 0) {
        findings.reject(linesBefore + given, "a quote is opened and not closed");
        end = at;
      }
    }
    return true;
  }

  private void hold(char[] source, int from, int to) {
    chars = source;
    at = from;
    end = to;
    lineEnd = true;
    given++;
  }

  private boolean opens() {
    for (int i = at; i < end; i++) {
      if (chars[i] == '"') {
        return scan(chars, at, end, false) == Quote.OPEN;
      }
    }
    return false;
  }

  /** How many of the next lines the open cell needs, 0 when it does not end soon. */
  private int linesToClose() throws IOException {
    int count = 0;
    Quote quote = Quote.OPEN;
    for (char[] line : ahead) {
      if (quote == Quote.OPEN && count < LONGEST_CELL) {
        quote = scan(line, 0, line.length, true);
        count++;
      }
    }
    while (quote == Quote.OPEN && count < LONGEST_CELL && lines.next()) {
      char[] line = Arrays.copyOfRange(lines.chars(), lines.start(), lines.end());
      ahead.add(line);
      quote = scan(line, 0, line.length, true);
      count++;
    }
    return quote == Quote.CLOSED ? count : 0;
  }

  /**
   * Follows the quotes of a line. Two of them inside a cell are text. In a cell that began on a
   * line before, a quote that stands neither before a separator nor at the end of the line is no
   * end: it opens another cell, so that the first was never closed.
   */
  private Quote scan(char[] line, int from, int to, boolean startsOpen) {
    boolean open = startsOpen;
    boolean cellStart = !open;
    for (int i = from; i < to; i++) {
      char c = line[i];
      if (c == '"' && open) {
        boolean last = i + 1 == to;
        if (!last && line[i + 1] == '"') {
          i++;
        } else if (startsOpen && !last && line[i + 1] != separator) {
          return Quote.STRAY;
        } else {
          open = false;
        }
      } else if (c == '"' && cellStart) {
        open = true;
      }
      cellStart = !open && c == separator;
    }
    return open ? Quote.OPEN : Quote.CLOSED;
  }
}
