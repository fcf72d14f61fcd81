/** Speed and size of the historian on a workload like that of a plant. */
@NullMarked
package io.kunan.benchmark.history;

import org.jspecify.annotations.NullMarked;
