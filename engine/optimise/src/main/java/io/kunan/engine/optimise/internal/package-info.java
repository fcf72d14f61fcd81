/** What all solvers share. */
@NullMarked
package io.kunan.engine.optimise.internal;

import org.jspecify.annotations.NullMarked;
