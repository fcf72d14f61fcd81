/**
 * What happened at an asset from when to when: anode change, tap, anode effect, feeder fault. Told
 * by plants, by people and by programs.
 */
@NullMarked
package io.kunan.platform.events;

import org.jspecify.annotations.NullMarked;
