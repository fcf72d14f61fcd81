package io.kunan.engine.files;

import io.kunan.kernel.Table;

/**
 * The rows of a file and what came of reading them.
 *
 * @param table rows in the order of the file, times not falling
 * @param report what was left out or repaired
 */
public record FileTable(Table table, ImportReport report) {}
