package io.kunan.app.cli.micrograph;

import io.kunan.engine.vision.measure.FieldReport;
import io.kunan.engine.vision.measure.Particle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the objects of a field as CSV, one a line. */
final class ObjectTable {
  private ObjectTable() {}

  static void write(FieldReport report, Path file) throws IOException {
    String unit = report.scale().unit().symbol();
    List<String> lines = new ArrayList<>();
    lines.add(
        ("phase,x [U],y [U],area [U²],equivalent diameter [U],perimeter [U],feret max [U],feret"
                + " min [U],aspect,circularity,solidity,orientation [°],touches edge,neighbour"
                + " distance [U]")
            .replace("U", unit));
    for (FieldReport.Phase phase : report.phases()) {
      for (Particle object : phase.objects()) {
        lines.add(line(phase.name(), object));
      }
    }
    Files.write(file, lines);
  }

  private static String line(String phase, Particle o) {
    String name = phase.matches("[^\",\n]*") ? phase : '"' + phase.replace("\"", "\"\"") + '"';
    return String.format(
        Locale.ROOT,
        "%s,%.3f,%.3f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.2f,%s,%s",
        name,
        o.x(),
        o.y(),
        o.area(),
        o.equivalentDiameter(),
        o.perimeter(),
        o.feretMax(),
        o.feretMin(),
        o.aspect(),
        o.circularity(),
        o.solidity(),
        o.orientation(),
        o.touchesEdge(),
        Double.isNaN(o.neighbourDistance())
            ? ""
            : String.format(Locale.ROOT, "%.4f", o.neighbourDistance()));
  }
}
