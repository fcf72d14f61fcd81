package io.kunan.platform.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
  @TempDir private Path folder;

  @Test
  void aSecondOwnerIsToldWhoHoldsTheHome() {
    try (HomeFolder home = HomeFolder.open(folder)) {
      assertThat(HomeFolder.isInUse(home.root())).isTrue();
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> HomeFolder.open(folder))
          .withMessageContaining("in use by process " + ProcessHandle.current().pid())
          .withMessageContaining("--home");
    }
    assertThat(HomeFolder.isInUse(folder)).isFalse();
    HomeFolder.open(folder).close();
  }

  @Test
  void secretsAndDatabaseAreForTheirOwnerOnly() throws IOException {
    try (HomeFolder home = HomeFolder.open(folder)) {
      String secret = home.secrets().getOrCreate("key");
      assertThat(home.secrets().getOrCreate("key")).isEqualTo(secret).hasSizeGreaterThan(30);
      assertThat(permissions(home.secrets().folder())).isEqualTo("rwx------");
      assertThat(permissions(home.postgres())).isEqualTo("rwx------");
      assertThat(permissions(home.secrets().folder().resolve("key"))).isEqualTo("rw-------");
    }
  }

  @Test
  void aFullDiskIsToldWithTheRoomThatIsNeededAndTheHomeIsFreeAgain() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> HomeFolder.open(folder, free + (1L << 40)))
        .withMessageContaining("its disk has")
        .withMessageContaining("free at least %d MB".formatted((free + (1L << 40)) >> 20))
        .withMessageContaining("--home DIR");
    assertThat(folder.resolve("history")).doesNotExist();
    assertThat(HomeFolder.isInUse(folder)).isFalse();
    HomeFolder.open(folder, 1).close();
  }

  @Test
  void lookingIntoAFolderThatIsNoHomeSaysSo() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> HomeFolder.lookInto(folder))
        .withMessageContaining("holds no installation");
  }

  @Test
  void theEnvironmentNamesTheHome() {
    assertThat(HomeFolder.defaultRoot(Map.of("KUNAN_HOME", "/data/kunan")))
        .isEqualTo(Path.of("/data/kunan"));
    assertThat(HomeFolder.defaultRoot(Map.of())).hasFileName(".kunan");
  }

  @Test
  void aFileInThePlaceOfTheHomeIsRefusedInASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> HomeFolder.open(file))
        .withMessageContaining("cannot be used");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
