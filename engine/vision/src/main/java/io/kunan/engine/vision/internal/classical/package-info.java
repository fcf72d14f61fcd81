/** The classical way: a threshold that follows the background, and a watershed. */
@NullMarked
package io.kunan.engine.vision.internal.classical;

import org.jspecify.annotations.NullMarked;
