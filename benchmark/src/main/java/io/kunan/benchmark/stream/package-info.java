/** Rules by the thousand over points in memory. */
@NullMarked
package io.kunan.benchmark.stream;

import org.jspecify.annotations.NullMarked;
