/** Tells fields apart that are unlike anything a recipe was trained on. */
@NullMarked
package io.kunan.engine.vision.internal.foreign;

import org.jspecify.annotations.NullMarked;
