package io.kunan.app.cli;

import io.kunan.engine.files.FileFormat;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The zone in which times without offset are read and all times are shown. */
public final class ZoneOption {
  @Option(
      names = "--zone",
      paramLabel = "Z",
      defaultValue = "UTC",
      description =
          "Zone of times without offset, such as Asia/Shanghai or +08:00 (default"
              + " ${DEFAULT-VALUE}).")
  private String zone = "UTC";

  /** The zone; refuses a name there is none of. */
  public ZoneId zone() {
    return FileFormat.zoneNamed(zone);
  }
}
