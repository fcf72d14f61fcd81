/** The OPC UA client: session, subscriptions, watchdog of silent tags, browsing, events. */
@NullMarked
package io.kunan.platform.connect.internal.opcua;

import org.jspecify.annotations.NullMarked;
