/**
 * MQTT sessions, and what every connection over a broker has: what was heard, what was rejected.
 */
@NullMarked
package io.kunan.platform.connect.internal.broker;

import org.jspecify.annotations.NullMarked;
