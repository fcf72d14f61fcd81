/**
 * Tells normal operation from abnormal in tables of many variables, learned from normal rows alone:
 * fit a {@link io.kunan.engine.learn.detect.Detector}, score rows in a batch or one by one, ask
 * which variables an alarm comes from.
 */
@NullMarked
package io.kunan.engine.learn.detect;

import org.jspecify.annotations.NullMarked;
