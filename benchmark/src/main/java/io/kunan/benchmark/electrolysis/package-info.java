/** How fast the process science of the pot is. */
@NullMarked
package io.kunan.benchmark.electrolysis;

import org.jspecify.annotations.NullMarked;
