package io.kunan.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnWordsTest {
  @TempDir private Path folder;

  @Test
  void eachWordIsToldOnceAndRowsThatCannotBeUsedAreNotLookedAt() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("states.csv"),
            """
            time,mode,shift
            2026-01-01T00:00:00Z,run,A
            2026-01-01T00:01:00Z,stop,
            broken,never,B
            2026-01-01T00:02:00Z,run,C
            """);
    var words = new ColumnWords(file, form(), List.of("mode", "shift"));
    assertThat(words.read(10, Progress.NONE))
        .containsEntry("mode", Set.of("run", "stop"))
        .containsEntry("shift", Set.of("A", "C"));
    assertThat(words.read(10, Progress.NONE).get("mode")).containsExactly("run", "stop");
  }

  @Test
  void freeTextAndUnknownColumnsAreRefused() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("notes.csv"),
            "time,note\n2026-01-01T00:00:00Z,one\n2026-01-01T00:01:00Z,two\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new ColumnWords(file, form(), List.of("note")).read(1, Progress.NONE))
        .withMessageContaining("more than 1 different words");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new ColumnWords(file, form(), List.of("x")).read(1, Progress.NONE))
        .withMessageContaining("no column “x”");
  }

  private static FileFormat form() {
    return FileFormat.DETECT.withTime("time", "iso");
  }
}
