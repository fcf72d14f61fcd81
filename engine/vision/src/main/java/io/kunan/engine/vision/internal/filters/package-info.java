/** Filters on grey images. */
@NullMarked
package io.kunan.engine.vision.internal.filters;

import org.jspecify.annotations.NullMarked;
