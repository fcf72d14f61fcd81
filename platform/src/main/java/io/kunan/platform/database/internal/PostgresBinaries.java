package io.kunan.platform.database.internal;

import io.kunan.kernel.InputException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once into a cache folder which several processes may share.
 *
 * @param root holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path root) {
  private static final String VERSION = "18.6.0";

  static PostgresBinaries unpack(Path cache) {
    Path root = cache.resolve("postgresql-" + VERSION);
    Path whole = root.resolve("unpacked");
    try {
      Files.createDirectories(root);
      try (FileChannel one =
              FileChannel.open(
                  cache.resolve("postgresql.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = one.lock()) {
        if (lock.isValid() && !Files.exists(whole)) {
          extract(root);
          Files.writeString(whole, VERSION);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + root, e);
    }
    return new PostgresBinaries(root);
  }

  Path program(String name) {
    boolean windows = system().equals("Windows");
    return root.resolve("bin").resolve(windows ? name + ".exe" : name);
  }

  static boolean isLinux() {
    return system().equals("Linux");
  }

  private static void extract(Path root) throws IOException {
    try (InputStream packed =
            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        extract(tar, e, root);
      }
    } catch (IllegalStateException e) {
      throw new InputException(
          "this machine",
          "no PostgreSQL is at hand for %s on %s".formatted(system(), architecture()),
          "name one of your own by KUNAN_DB_URL",
          e);
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("an entry leaves the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    Files.deleteIfExists(target);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0
        && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "");
    return name.startsWith("Windows") ? "Windows" : name.startsWith("Mac") ? "Darwin" : "Linux";
  }

  private static String architecture() {
    return System.getProperty("os.arch", "");
  }
}
