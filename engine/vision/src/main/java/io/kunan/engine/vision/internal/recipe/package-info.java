/** The parts of a recipe and their written form. */
@NullMarked
package io.kunan.engine.vision.internal.recipe;

import org.jspecify.annotations.NullMarked;
