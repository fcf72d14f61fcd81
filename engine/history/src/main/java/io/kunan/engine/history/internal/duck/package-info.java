/**
 * The embedded store: hot points in a journal and in memory, sealed sorted Parquet files, a
 * manifest.
 */
@NullMarked
package io.kunan.engine.history.internal.duck;

import org.jspecify.annotations.NullMarked;
