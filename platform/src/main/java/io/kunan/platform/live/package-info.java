/**
 * What the plant measures now: the one way in for points, last values, and what consoles are told
 * as it happens.
 */
@NullMarked
package io.kunan.platform.live;

import org.jspecify.annotations.NullMarked;
