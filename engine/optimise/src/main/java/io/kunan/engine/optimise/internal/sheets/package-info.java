/** Plants read from tables that people keep. */
@NullMarked
package io.kunan.engine.optimise.internal.sheets;

import org.jspecify.annotations.NullMarked;
