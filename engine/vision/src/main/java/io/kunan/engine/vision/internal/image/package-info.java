/** Reads picture files and the scale written into them. */
@NullMarked
package io.kunan.engine.vision.internal.image;

import org.jspecify.annotations.NullMarked;
