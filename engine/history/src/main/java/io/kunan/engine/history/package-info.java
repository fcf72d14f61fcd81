/**
 * The historian: keeps what machines measure, durably and for years, and answers what people ask of
 * it (raw points, last values, buckets, plots, values at an instant). The same answers come from
 * every store that stands behind {@link io.kunan.engine.history.store.HistoryStore}.
 */
@NullMarked
package io.kunan.engine.history;

import org.jspecify.annotations.NullMarked;
