/**
 * The decisions of the potroom in plain Java, without server or store, so that the command line and
 * a simulation run the very code that runs live.
 */
@NullMarked
package io.kunan.scenario.potline.core;

import org.jspecify.annotations.NullMarked;
