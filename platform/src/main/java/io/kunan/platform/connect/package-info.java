/**
 * Connections to plants over OPC UA, MQTT and Sparkplug B: clients that keep themselves alive, a
 * buffer on disk between them and the history, and the health of both, told by the age of the data.
 */
@NullMarked
package io.kunan.platform.connect;

import org.jspecify.annotations.NullMarked;
