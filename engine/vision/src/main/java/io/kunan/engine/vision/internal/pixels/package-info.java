/** The pixel classifier: filters at several scales and boosted trees on what they see. */
@NullMarked
package io.kunan.engine.vision.internal.pixels;

import org.jspecify.annotations.NullMarked;
