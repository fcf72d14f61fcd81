package io.kunan.app.cli;

import io.kunan.app.Kunan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit of this build, from the jar's manifest. */
public final class BuildVersion implements IVersionProvider {
  private static final String COMMIT = "Kunan-Commit";

  /** The version, "development" when run from class folders. */
  public static String current() {
    return Objects.requireNonNullElse(
        Kunan.class.getPackage().getImplementationVersion(), "development");
  }

  /**
   * The commit it was built from, with the word dirty where files had been changed since; empty
   * where it was built without git or runs from class folders.
   */
  public static String commit() {
    Path program = program();
    return program.toString().endsWith(".jar") ? commit(program) : "";
  }

  /** The commit that the manifest of a jar names. */
  static String commit(Path jar) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      Manifest manifest = opened.getManifest();
      String named = manifest == null ? null : manifest.getMainAttributes().getValue(COMMIT);
      return Objects.requireNonNullElse(named, "").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path program() {
    try {
      return Path.of(Kunan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String[] getVersion() {
    String commit = commit();
    return new String[] {
      "Kunan " + current() + (commit.isEmpty() ? "" : " (" + commit + ")"),
      "Java " + Runtime.version()
    };
  }
}
