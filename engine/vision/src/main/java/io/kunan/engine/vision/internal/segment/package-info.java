/** From shares of classes to a clean label image. */
@NullMarked
package io.kunan.engine.vision.internal.segment;

import org.jspecify.annotations.NullMarked;
