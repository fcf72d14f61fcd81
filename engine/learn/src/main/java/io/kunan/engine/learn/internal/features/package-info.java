/** Turns the rows of a table into inputs of learners, looking only at what had arrived. */
@NullMarked
package io.kunan.engine.learn.internal.features;

import org.jspecify.annotations.NullMarked;
