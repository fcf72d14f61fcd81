/**
 * What is worked out from tags as their points arrive: calculated tags, windows, rules and event
 * frames, written down as data. Keeps the jobs, runs them, and brings what they say to history,
 * alarms and events.
 */
@NullMarked
package io.kunan.platform.streams;

import org.jspecify.annotations.NullMarked;
