/**
 * Draws micrographs of aluminium of which every pixel is known: a test bed for segmentation and
 * measurement, and a supplement for training. An accuracy on them says nothing about real fields.
 */
@NullMarked
package io.kunan.engine.vision.synthetic;

import org.jspecify.annotations.NullMarked;
