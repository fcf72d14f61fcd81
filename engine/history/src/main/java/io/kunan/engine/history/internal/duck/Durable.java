package io.kunan.engine.history.internal.duck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forces files and the names of files to disk. */
final class Durable {
  private Durable() {}

  /** Forces the bytes of a file and says how many there are. */
  static long file(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
      return channel.size();
    } catch (IOException e) {
      throw new UncheckedIOException("history store, force " + file, e);
    }
  }

  /** Forces the names in a folder. */
  static void folder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("history store, force " + folder, e);
    }
  }
}
