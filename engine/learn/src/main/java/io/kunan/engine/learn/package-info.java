/**
 * Learns from tables of a plant and says honestly how well: forecasts a column some rows ahead with
 * 10/50/90 % bands, always beside the naive guess, explains each forecast and watches for drift.
 */
@NullMarked
package io.kunan.engine.learn;

import org.jspecify.annotations.NullMarked;
