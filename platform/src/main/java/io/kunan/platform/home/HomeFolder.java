package io.kunan.platform.home;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one installation keeps its database, history, models, documents and secrets. One process
 * owns a home at a time; another one is told so in a sentence.
 */
public final class HomeFolder implements AutoCloseable {
  private static final long LEAST_FREE_BYTES = 256L << 20;
  private static final List<String> OPEN_ROOMS =
      List.of(
          "history",
          "models",
          "documents",
          "index",
          "imports",
          "streams",
          "backup",
          "cache",
          "logs");
  private static final List<String> PRIVATE_ROOMS = List.of("postgres", "secrets");

  private final Path root;
  private final @Nullable HomeLock lock;

  private HomeFolder(Path root, @Nullable HomeLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes a home into possession, making what is missing in it.
   *
   * @throws InputException when another process holds it, it cannot be written, or its disk is full
   */
  public static HomeFolder open(Path folder) {
    return open(folder, LEAST_FREE_BYTES);
  }

  /** As {@link #open(Path)}, where the disk must have so much left. */
  static HomeFolder open(Path folder, long leastFreeBytes) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      HomeLock lock = HomeLock.take(root);
      HomeFolder home = new HomeFolder(root, lock);
      try {
        home.furnish(leastFreeBytes);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
      return home;
    } catch (AccessDeniedException e) {
      throw new InputException(
          "home " + root,
          "%s may not be written".formatted(e.getFile()),
          "give the folder to the user who runs Kunan, or name another with --home DIR",
          e);
    } catch (IOException e) {
      throw new InputException(
          "home " + root, "cannot be used: " + e.getMessage(), "name another with --home DIR", e);
    }
  }

  /**
   * Looks at a home without taking possession: what it holds may change under the reader's eyes.
   *
   * @throws InputException when there is none
   */
  public static HomeFolder lookInto(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("secrets"))) {
      throw new InputException(
          "home " + root, "holds no installation", "name the home of a server with --home DIR");
    }
    return new HomeFolder(root, null);
  }

  /** The home a person means when none is named: {@code KUNAN_HOME}, else {@code ~/.kunan}. */
  public static Path defaultRoot(Map<String, String> environment) {
    String named = environment.getOrDefault("KUNAN_HOME", "");
    return named.isBlank()
        ? Path.of(System.getProperty("user.home", "."), ".kunan")
        : Path.of(named);
  }

  /** Whether some process, this one or another, owns the home now. */
  public static boolean isInUse(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      HomeLock.take(root).close();
      return false;
    } catch (InputException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  /** Data of the embedded PostgreSQL, mode 0700. */
  public Path postgres() {
    return root.resolve("postgres");
  }

  /** Measured points. */
  public Path history() {
    return root.resolve("history");
  }

  /** Files of trained models. */
  public Path models() {
    return root.resolve("models");
  }

  /** Documents and images by content. */
  public Path documents() {
    return root.resolve("documents");
  }

  /** Full-text index; can be made again. */
  public Path index() {
    return root.resolve("index");
  }

  /** Uploaded files until they are imported. */
  public Path imports() {
    return root.resolve("imports");
  }

  /** What stream jobs remember. */
  public Path streams() {
    return root.resolve("streams");
  }

  public Path backup() {
    return root.resolve("backup");
  }

  /** Passwords and keys, mode 0700. */
  public Secrets secrets() {
    return new Secrets(root.resolve("secrets"));
  }

  /**
   * Native libraries and programs as unpacked; can be deleted while no process runs. The system
   * property {@code kunan.cache} moves it, so that several homes share one.
   */
  public Path cache() {
    String shared = System.getProperty("kunan.cache", "");
    return shared.isBlank() ? root.resolve("cache") : Path.of(shared).toAbsolutePath();
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** Gives the home up. What was started in it must have stopped before. */
  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
  }

  private void furnish(long leastFreeBytes) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < leastFreeBytes) {
      throw new InputException(
          "home " + root,
          "its disk has %d MB left".formatted(free >> 20),
          "free at least %d MB, or name another folder with --home DIR"
              .formatted(leastFreeBytes >> 20));
    }
    for (String room : OPEN_ROOMS) {
      Files.createDirectories(root.resolve(room));
    }
    for (String room : PRIVATE_ROOMS) {
      Path folder = Files.createDirectories(root.resolve(room));
      if (Secrets.isPosix(folder)) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
