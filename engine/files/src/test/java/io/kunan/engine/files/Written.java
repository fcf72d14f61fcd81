package io.kunan.engine.files;

import io.kunan.kernel.Column;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files the tests write, and short ways to look at what was read. */
final class Written {
  private Written() {}

  static Path file(Path folder, String... lines) throws IOException {
    return bytes(folder, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, Charset charset, String... lines) throws IOException {
    return bytes(folder, String.join("\n", lines).getBytes(charset));
  }

  static Path bytes(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "data", ".csv"), bytes);
  }

  static byte[] gzip(String text) throws IOException {
    var packed = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  static FileTable read(Path file, FileFormat format) {
    return new TableFile(file, format).read(Progress.NONE);
  }

  static Table table(Path file) {
    return read(file, FileFormat.DETECT).table();
  }

  static List<Double> numbers(Table table, String column) {
    var numbers = (Column.Numbers) table.findColumn(column).orElseThrow();
    return Arrays.stream(numbers.values()).boxed().toList();
  }

  static List<String> words(Table table, String column) {
    return ((Column.Words) table.findColumn(column).orElseThrow()).values();
  }
}
