package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.platform.connect.ConnectorCompatibilityKit;
import io.kunan.platform.connect.TestPlant;
import java.time.temporal.ChronoUnit;

class SparkplugCompatibilityTest extends ConnectorCompatibilityKit {
  @Override
  protected TestPlant plant() throws Exception {
    return new SparkplugTestPlant();
  }

  @Override
  protected ChronoUnit resolution() {
    return ChronoUnit.MILLIS;
  }
}
