package io.kunan.engine.files.internal;

import io.kunan.kernel.Sentence;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file as a run of rows, one in hand at a time. Cells are numbered from 0. */
public interface Rows extends Closeable {
  /** Names of the columns, unique. */
  List<String> columns();

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException;

  /** Line of the file on which the row in hand starts. */
  long line();

  /** Why the row in hand has not the shape of the file; empty when it has. */
  @Sentence
  String misfit();

  /** Nothing stands in the cell, or a word for nothing such as NaN or NA. */
  boolean isMissing(int column);

  /** The number in the cell, NaN when it is none. */
  double number(int column);

  String text(int column);

  /** Reads the time in the cell into {@code out}; false when it is none. */
  boolean time(int column, TimeReader reader, WallTime out);

  /** How far the reading is, in the same measure as {@link #total}. */
  long done();

  /** Bytes or rows in all, 0 when not known. */
  long total();
}
