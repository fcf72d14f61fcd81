/**
 * What an operator asks of the runtime it runs in: state by key, timers in event time, a place to
 * put results. Nothing here is local: an adapter to a distributed engine serves these interfaces
 * with its own keyed state and timers, and runs the same operators.
 */
@NullMarked
package io.kunan.engine.stream.operator;

import org.jspecify.annotations.NullMarked;
