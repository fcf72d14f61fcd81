package io.kunan.engine.files;

import io.kunan.kernel.Sentence;

/**
 * A place in a file about which something must be said: a line or cell that was left out, or one
 * that was read in a way its text does not say.
 *
 * @param line number of the line in the file, first line 1; for Parquet the number of the row
 * @param reason one sentence
 */
public record Reject(long line, @Sentence String reason) {}
