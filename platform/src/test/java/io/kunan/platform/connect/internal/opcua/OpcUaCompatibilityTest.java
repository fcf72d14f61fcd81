package io.kunan.platform.connect.internal.opcua;

import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.TestPlant;

class OpcUaCompatibilityTest extends ConnectorCompatibilityKit {
  @Override
  protected TestPlant plant() throws Exception {
    return new OpcUaTestPlant();
  }
}
