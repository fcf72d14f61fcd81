package io.kunan.platform.models.internal;

import io.kunan.engine.learn.TrainedModel;
import io.kunan.platform.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Model files in the home folder, named after their content; the last used stay in memory. */
@Component
class ModelFiles {
  private static final int KEPT = 32;

  private final Path folder;
  private final Map<String, TrainedModel> open =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TrainedModel> eldest) {
              return size() > KEPT;
            }
          });

  ModelFiles(HomeFolder home) {
    this.folder = home.models();
  }

  /** Keeps a model and gives its SHA-256. The same model is kept once. */
  String put(TrainedModel model) {
    byte[] bytes = model.toBytes();
    String hash = hash(bytes);
    Path file = file(hash);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), hash, ".part");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return hash;
  }

  /**
   * The model of a hash.
   *
   * @throws IllegalStateException when its file is gone or is not what it was
   */
  TrainedModel get(String hash) {
    TrainedModel known = open.get(hash);
    if (known != null) {
      return known;
    }
    TrainedModel read = read(hash);
    open.put(hash, read);
    return read;
  }

  private TrainedModel read(String hash) {
    try {
      byte[] bytes = Files.readAllBytes(file(hash));
      if (!hash(bytes).equals(hash)) {
        throw new IllegalStateException(file(hash) + " is not what was stored: train again");
      }
      return TrainedModel.fromBytes(bytes);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException(file(hash) + " is missing: restore it or train again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash.substring(0, 2)).resolve(hash + ".zip");
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
