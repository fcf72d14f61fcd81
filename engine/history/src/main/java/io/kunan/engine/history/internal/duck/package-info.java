/** The embedded store: DuckDB hot tables, sealed sorted Parquet files and a manifest. */
@NullMarked
package io.kunan.engine.history.internal.duck;

import org.jspecify.annotations.NullMarked;
