/** The arithmetic of the historian above any store: buckets, pixels, interpolation. */
@NullMarked
package io.kunan.engine.history.internal;

import org.jspecify.annotations.NullMarked;
