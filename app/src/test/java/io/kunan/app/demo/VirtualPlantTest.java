package io.kunan.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualPlantTest {
  @TempDir Path folder;

  /** The plant is a process of its own: a word of any library before its answer would be read. */
  @Test
  void theFirstWordOfThePlantIsItsAddress() throws Exception {
    try (VirtualPlant plant = VirtualPlant.start(2, 1, folder)) {
      assertThat(plant.endpoint()).startsWith("opc.tcp://");
    }
  }
}
