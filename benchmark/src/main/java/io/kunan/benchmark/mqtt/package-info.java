/**
 * The long proof of connections over a broker: a real mosquitto, many connections at once, a
 * history that is away for minutes, and every value accounted for.
 */
@NullMarked
package io.kunan.benchmark.mqtt;

import org.jspecify.annotations.NullMarked;
