package io.kunan.engine.history.internal.duck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Forces files and the names of files to disk, also on a thread that is interrupted. */
final class Durable {
  private Durable() {}

  /** Forces the bytes of a file and says how many there are. */
  static long file(Path file) {
    return force(file, StandardOpenOption.WRITE);
  }

  /** Forces the names in a folder. */
  static void folder(Path folder) {
    force(folder, StandardOpenOption.READ);
  }

  private static long force(Path path, OpenOption how) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try (FileChannel channel = FileChannel.open(path, how)) {
          channel.force(true);
          return channel.size();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("history store, force " + path, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
