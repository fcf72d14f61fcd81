package io.kunan.platform.imports.internal;

import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Uploaded files by their content: the same file brought twice lies there once. */
@Component
class UploadRoom {
  private static final long LEAST_FREE_BYTES = 256L << 20;
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final long largest;

  UploadRoom(HomeFolder home, @Value("${kunan.imports.largest-file:2GB}") DataSize largest) {
    this.folder = home.imports();
    this.largest = largest.toBytes();
  }

  /**
   * A file that has come in and is not kept yet.
   *
   * @param content its SHA-256
   */
  record Received(Path temporary, String content, long bytes) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Streams a file in; close what comes back.
   *
   * @throws Refusal 413 when it is too large, 507 when the disk is full
   */
  Received receive(InputStream from) throws IOException {
    Path temporary = Files.createTempFile(folder, "upload", ".part");
    MessageDigest digest = sha256();
    try (OutputStream to = new DigestOutputStream(Files.newOutputStream(temporary), digest)) {
      long bytes = copy(from, to);
      return new Received(temporary, HexFormat.of().formatHex(digest.digest()), bytes);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** Keeps it under its content. */
  Path keep(Received file) throws IOException {
    return Files.move(file.temporary(), path(file.content()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where a kept file lies. */
  Path path(String content) {
    return folder.resolve(content);
  }

  void drop(String content) {
    try {
      Files.deleteIfExists(path(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    int count;
    while ((count = from.read(buffer)) >= 0) {
      bytes += count;
      if (bytes > largest) {
        throw new Refusal(
            HttpStatus.CONTENT_TOO_LARGE,
            "The file is larger than %d MB".formatted(largest >> 20),
            "split it, or import it by ./kunan history import");
      }
      if (bytes % (256L * BUFFER) < count) {
        checkSpace();
      }
      to.write(buffer, 0, count);
    }
    return bytes;
  }

  private void checkSpace() throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new Refusal(
          HttpStatus.INSUFFICIENT_STORAGE,
          "The server's disk has %d MB left".formatted(free >> 20),
          "delete imports that are no longer needed, or free space");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
