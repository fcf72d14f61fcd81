/**
 * Streams: calculated tags, windows, rules, soft sensors and event frames, worked out from points
 * in the order of their own time. Live and replay run the same code and give the same results.
 */
@NullMarked
package io.kunan.engine.stream;

import org.jspecify.annotations.NullMarked;
