/**
 * The statistics behind detection and their linear algebra. A statistic turns the last rows of a
 * table into one number that is small while the plant runs as it was trained.
 */
@NullMarked
package io.kunan.engine.learn.detect.internal;

import org.jspecify.annotations.NullMarked;
