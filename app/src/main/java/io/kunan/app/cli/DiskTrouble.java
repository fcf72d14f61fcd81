package io.kunan.app.cli;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows a full disk and a folder that may not be written, whoever ran into them, so that a person
 * is told what to mend. The words of the operating system are looked at first; where it speaks
 * another language, the folders named on the command line are looked at themselves.
 */
final class DiskTrouble {
  private static final long NOTHING_LEFT = 1L << 20;
  private static final Pattern FILE = Pattern.compile("\"(/[^\"]+)\"");
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|File too large");
  private static final Pattern FORBIDDEN =
      Pattern.compile("Permission denied|Operation not permitted|Read-only file system");
  private static final Pattern NO_FOLDER = Pattern.compile("Not a directory");

  private DiskTrouble() {}

  /**
   * What the person is to mend; empty when the fault is another.
   *
   * @param named files and folders of the command line
   */
  static Optional<InputException> in(Throwable fault, List<Path> named) {
    List<Throwable> chain = Stream.iterate(fault, t -> t != null, Throwable::getCause).toList();
    if (chain.stream().noneMatch(IOException.class::isInstance)) {
      return Optional.empty();
    }
    return chain.stream()
        .map(DiskTrouble::told)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> named.stream().map(DiskTrouble::seen).flatMap(Optional::stream).findFirst());
  }

  private static Optional<InputException> told(Throwable one) {
    String words = String.valueOf(one.getMessage());
    String file = file(one, words);
    if (FULL.matcher(words).find()) {
      return Optional.of(full(file));
    }
    if (one instanceof AccessDeniedException || FORBIDDEN.matcher(words).find()) {
      return Optional.of(forbidden(file));
    }
    return NO_FOLDER.matcher(words).find() ? Optional.of(noFolder(file)) : Optional.empty();
  }

  private static Optional<InputException> seen(Path path) {
    Path there = path.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      if (!Files.isWritable(there)) {
        return Optional.of(forbidden(there.toString()));
      }
      boolean empty = Files.getFileStore(there).getUsableSpace() < NOTHING_LEFT;
      return empty ? Optional.of(full(there.toString())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String file(Throwable one, String words) {
    @Nullable String known = one instanceof FileSystemException file ? file.getFile() : null;
    Matcher quoted = FILE.matcher(words);
    return known != null ? known : quoted.find() ? quoted.group(1) : "disk";
  }

  private static InputException full(String file) {
    return new InputException(
        file,
        "its disk is full",
        "make room, or name a folder on another disk, and run the command again");
  }

  private static InputException forbidden(String file) {
    return new InputException(
        file,
        "may not be written",
        "give it to the user who runs Kunan, or name another place, and run the command again");
  }

  private static InputException noFolder(String file) {
    return new InputException(
        file, "lies below a file that is no folder", "name a folder and run the command again");
  }
}
