/** Learners behind one face: boosted trees, linear ones, naive guesses and blends of them. */
@NullMarked
package io.kunan.engine.learn.internal.learners;

import org.jspecify.annotations.NullMarked;
