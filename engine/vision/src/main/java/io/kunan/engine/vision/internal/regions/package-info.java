/** Connected regions of a label image, their outlines and moments. */
@NullMarked
package io.kunan.engine.vision.internal.regions;

import org.jspecify.annotations.NullMarked;
