/** The two sides of a band around a forecast. */
@NullMarked
package io.kunan.engine.learn.internal.bands;

import org.jspecify.annotations.NullMarked;
