/** Rolling origins, the choice of a model by validation inside the training rows, and saving. */
@NullMarked
package io.kunan.engine.learn.internal.forecast;

import org.jspecify.annotations.NullMarked;
