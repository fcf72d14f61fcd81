/** How good plans are after a given time, beside best known plans and CP-SAT alone. */
@NullMarked
package io.kunan.benchmark.schedule;

import org.jspecify.annotations.NullMarked;
