package io.kunan.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.web.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class UploadRoomTest {
  @TempDir private Path folder;

  @Test
  void aFileBeyondTheLimitIsRefusedAndLeavesNothing() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder)) {
      UploadRoom room = new UploadRoom(home, DataSize.ofKilobytes(1));
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> room.receive(new ByteArrayInputStream(new byte[1_025])))
          .satisfies(refusal -> assertThat(refusal.status().value()).isEqualTo(413));
      try (Stream<Path> left = Files.list(home.imports())) {
        assertThat(left).isEmpty();
      }
      try (UploadRoom.Received whole = room.receive(new ByteArrayInputStream(new byte[1_024]))) {
        assertThat(whole.bytes()).isEqualTo(1_024);
        assertThat(room.keep(whole)).hasSize(1_024);
      }
    }
  }
}
