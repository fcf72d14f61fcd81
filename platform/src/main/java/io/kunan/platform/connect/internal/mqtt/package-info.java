/** JSON payloads over MQTT, read by mappings that are data. */
@NullMarked
package io.kunan.platform.connect.internal.mqtt;

import org.jspecify.annotations.NullMarked;
