/** Watches a line for faults of instruments, feeders and samples, and names them. */
@NullMarked
package io.kunan.scenario.potline.core.watch;

import org.jspecify.annotations.NullMarked;
