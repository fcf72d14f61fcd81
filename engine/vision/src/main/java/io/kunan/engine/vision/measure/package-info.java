/**
 * What metallographers measure, in plain Java: particles, phases, pores, grains, arms and layers.
 * Each figure names its standard in {@link io.kunan.engine.vision.measure.Method}.
 */
@NullMarked
package io.kunan.engine.vision.measure;

import org.jspecify.annotations.NullMarked;
