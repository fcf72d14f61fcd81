/** Measures how well micrographs are segmented, fold by fold. */
@NullMarked
package io.kunan.benchmark.vision;

import org.jspecify.annotations.NullMarked;
