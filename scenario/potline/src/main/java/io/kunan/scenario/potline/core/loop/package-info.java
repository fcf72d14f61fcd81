/**
 * Control of a whole line by the hour: what pots publish goes in, set-points come out. Plain Java
 * that runs live and in a simulation alike.
 */
@NullMarked
package io.kunan.scenario.potline.core.loop;

import org.jspecify.annotations.NullMarked;
