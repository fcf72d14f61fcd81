package io.kunan.app.cli;

import io.kunan.app.Kunan;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the jar's manifest. */
public final class BuildVersion implements IVersionProvider {
  /** The version, "development" when run from class folders. */
  public static String current() {
    return Objects.requireNonNullElse(
        Kunan.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Kunan " + current(), "Java " + Runtime.version()};
  }
}
