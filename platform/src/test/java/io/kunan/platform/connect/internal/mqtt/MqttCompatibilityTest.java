package io.kunan.platform.connect.internal.mqtt;

import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.TestPlant;

class MqttCompatibilityTest extends ConnectorCompatibilityKit {
  @Override
  protected TestPlant plant() throws Exception {
    return new MqttTestPlant(5);
  }
}
