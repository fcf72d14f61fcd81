package io.kunan.engine.optimise.internal.files;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The bytes of a file, or of an entry of a zip file written {@code file.zip!entry}.
 *
 * @param name as the person wrote it, for messages
 * @param bytes what it holds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SourceText(String name, byte[] bytes) {
  private static final int MAX_BYTES = 512 << 20;
  private static final int NAMES_SHOWN = 5;

  /**
   * @throws InputException when there is no such file or entry, or it is too large
   */
  public static SourceText read(String path) {
    int mark = path.indexOf('!');
    try {
      if (mark > 0) {
        return entry(path, Path.of(path.substring(0, mark)), path.substring(mark + 1));
      }
      Path file = Path.of(path);
      if (!Files.isRegularFile(file)) {
        throw new InputException(path, "there is no such file", "check the path");
      }
      return new SourceText(path, limited(path, Files.size(file), () -> Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new InputException(path, "it cannot be read: " + e.getMessage(), "check the file", e);
    }
  }

  private static SourceText entry(String path, Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputException(file.toString(), "there is no such file", "check the path");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> found =
          zip.stream().filter(e -> !e.isDirectory() && matches(e.getName(), name)).toList();
      if (found.size() != 1) {
        List<String> names =
            (found.isEmpty() ? zip.stream().toList() : found)
                .stream().map(ZipEntry::getName).limit(NAMES_SHOWN).toList();
        throw new InputException(
            path,
            found.isEmpty() ? "the zip holds no such entry" : "several entries are so called",
            "name one as it stands in the zip, such as " + String.join(", ", names));
      }
      ZipEntry entry = found.getFirst();
      return new SourceText(
          path, limited(path, entry.getSize(), () -> zip.getInputStream(entry).readAllBytes()));
    }
  }

  /** The whole name, or its last part with or without the ending. */
  private static boolean matches(String entry, String name) {
    String last = entry.substring(entry.lastIndexOf('/') + 1);
    return entry.equals(name)
        || last.equals(name)
        || last.equals(name + ".txt")
        || last.equals(name + "js.txt")
        || last.equals(name + ".fsp");
  }

  private interface Reading {
    byte[] bytes() throws IOException;
  }

  private static byte[] limited(String path, long size, Reading reading) throws IOException {
    if (size > MAX_BYTES) {
      throw new InputException(
          path, "it has %d MB".formatted(size >> 20), "give a file of at most 512 MB");
    }
    return reading.bytes();
  }
}
