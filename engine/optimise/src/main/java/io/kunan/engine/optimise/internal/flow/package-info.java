/** Local search for permutation flow shops. */
@NullMarked
package io.kunan.engine.optimise.internal.flow;

import org.jspecify.annotations.NullMarked;
