/**
 * Connections to plants: an OPC UA client that keeps its subscriptions alive by itself, a buffer on
 * disk between it and the history, and the health of both, told by the age of the data.
 */
@NullMarked
package io.kunan.platform.connect;

import org.jspecify.annotations.NullMarked;
