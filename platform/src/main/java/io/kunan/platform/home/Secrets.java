package io.kunan.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Passwords and keys of one installation: a file each, readable by its owner only. */
public final class Secrets {
  private static final int RANDOM_BYTES = 24;

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** The folder, mode 0700. */
  public Path folder() {
    return folder;
  }

  public Optional<String> find(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The secret of that name; the first call makes a random one of 192 bits, in letters fit for
   * URLs.
   */
  public String getOrCreate(String name) {
    return find(name)
        .orElseGet(
            () -> {
              String fresh = random(RANDOM_BYTES);
              put(name, fresh);
              return fresh;
            });
  }

  /** Keeps a secret, replacing one of the same name; readable by nobody else at any moment. */
  public void put(String name, String secret) {
    try {
      Path fresh = Files.createTempFile(folder, name, ".new");
      if (isPosix(fresh)) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(fresh, secret + "\n");
      Files.move(
          fresh,
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Random letters carrying {@code bytes} bytes. */
  public static String random(int bytes) {
    byte[] noise = new byte[bytes];
    new SecureRandom().nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
