package io.kunan.engine.files;

import static io.kunan.engine.files.ColumnPreview.Kind.EMPTY;
import static io.kunan.engine.files.ColumnPreview.Kind.NUMBERS;
import static io.kunan.engine.files.ColumnPreview.Kind.TIME;
import static io.kunan.engine.files.ColumnPreview.Kind.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreviewTest {
  @TempDir Path folder;

  @Test
  void tellsWhatItFoundOut() throws IOException {
    Path file =
        Written.file(
            folder,
            "Zeit;Strom [kA];Temp (°C);Druck (bogus);Schicht;leer",
            "31.01.2018 13:05;500,1;960;1;früh;",
            "31.01.2018 13:20;500,2;961;bad;spät;");
    FilePreview preview = FilePreview.of(file, FileFormat.DETECT.withTime("Zeit", null));
    assertThat(preview.format().separator()).isEqualTo(';');
    assertThat(preview.format().decimal()).isEqualTo(',');
    assertThat(preview.format().header()).isTrue();
    assertThat(preview.format().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(preview.format().timeFormat()).isEqualTo("d.M.yyyy H:mm");
    assertThat(preview.timeTrouble()).isEmpty();
    assertThat(preview.columns())
        .containsExactly(
            new ColumnPreview("Zeit", TIME, ""),
            new ColumnPreview("Strom [kA]", NUMBERS, "kA"),
            new ColumnPreview("Temp (°C)", NUMBERS, "°C"),
            new ColumnPreview("Druck (bogus)", NUMBERS, ""),
            new ColumnPreview("Schicht", WORDS, ""),
            new ColumnPreview("leer", EMPTY, ""));
    assertThat(preview.rows())
        .containsExactly(
            List.of("31.01.2018 13:05", "500,1", "960", "1", "früh", ""),
            List.of("31.01.2018 13:20", "500,2", "961", "bad", "spät", ""));
  }

  @Test
  void pointsOutColumnsThatCouldBeTheTime() throws IOException {
    Path file = Written.file(folder, "when,a", "2018-01-31 13:05,1");
    assertThat(FilePreview.of(file, FileFormat.DETECT).columns())
        .containsExactly(new ColumnPreview("when", TIME, ""), new ColumnPreview("a", NUMBERS, ""));
  }

  @Test
  void looksAtTheStartOfALargeFileOnly() throws IOException {
    StringBuilder text = new StringBuilder("t,a\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("2018-01-31T13:05,").append(i).append('\n');
    }
    FilePreview preview = FilePreview.of(Written.file(folder, text.toString()), FileFormat.DETECT);
    assertThat(preview.rows()).hasSize(FilePreview.ROWS);
    assertThat(preview.rows().getLast()).containsExactly("2018-01-31T13:05", "49");
  }
}
