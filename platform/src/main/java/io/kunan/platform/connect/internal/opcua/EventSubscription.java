package io.kunan.platform.connect.internal.opcua;

import io.kunan.platform.connect.EventSink;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;

final class EventSubscription {
  EventSubscription(int connection, OpcUaClient client, EventSink sink) {}

  void reconcile() throws UaException {}
}
