package io.kunan.engine.files.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Splits text into records. */
@FunctionalInterface
interface RecordFeed {
  /** The next record that is not blank, valid until the next call; null at the end. */
  @Nullable CellBuffer next() throws IOException;
}
