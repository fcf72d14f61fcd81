package io.kunan.app.cli.micrograph;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.vision.PhaseClasses;
import io.kunan.engine.vision.measure.GrainSize;
import io.kunan.engine.vision.measure.PhaseMeasures;
import io.kunan.engine.vision.synthetic.SyntheticField;
import io.kunan.engine.vision.synthetic.SyntheticKind;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kunan micrograph synthesise}: fields of which every pixel is known. */
@Command(
    name = "synthesise",
    description = {
      "Draws micrographs of aluminium with exact labels into DIR/images and DIR/labels.",
      "A test bed and a supplement for training: an accuracy on them says nothing about real"
          + " fields."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SynthesiseCommand implements Callable<Integer> {
  @Option(
      names = "--kind",
      required = true,
      paramLabel = "cast|wrought|porosity",
      description = "What is drawn.")
  private String kind = "";

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Fields to draw (default ${DEFAULT-VALUE}).")
  private int count = 10;

  @Option(
      names = "--seed",
      paramLabel = "K",
      description = "Same seed, same fields (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--side",
      paramLabel = "PX",
      description = "Pixels across and down (default ${DEFAULT-VALUE}).")
  private int side = 512;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to fill.")
  private Path out = Path.of("");

  @Mixin private Answers answers = new Answers();

  /** What was drawn; the truth of each field. */
  record Answer(String kind, Map<String, String> classes, double scale, List<Field> fields) {}

  /**
   * The truth about a field.
   *
   * @param areaFraction of each class
   * @param objects of each class, counted in a counting frame
   * @param grainSize G of ASTM E112, null where there are no grains
   */
  record Field(
      String file,
      Map<String, Double> areaFraction,
      Map<String, Integer> objects,
      @Nullable Double grainSize) {}

  @Override
  public Integer call() throws IOException {
    SyntheticKind drawn = kind(kind);
    if (count < 1 || side < 64 || side > 4_096) {
      throw new InputException(
          "--count, --side",
          "%d, %d".formatted(count, side),
          "draw one or more fields of 64 to 4096 pixels");
    }
    Files.createDirectories(out.resolve("images"));
    Files.createDirectories(out.resolve("labels"));
    List<Field> fields = new ArrayList<>();
    double scale = 0;
    for (int i = 0; i < count; i++) {
      SyntheticField field = SyntheticField.draw(drawn, 1_000_003 * seed + i, side);
      String name = "%s-%04d.png".formatted(kind, i);
      field.image().write(out.resolve("images").resolve(name));
      field.labels().write(out.resolve("labels").resolve(name));
      fields.add(truth(name, field, drawn.classes()));
      scale = field.scale().perPixel();
    }
    Map<String, String> classes = new LinkedHashMap<>();
    drawn.classes().all().forEach(c -> classes.put(String.valueOf(c.number()), c.name()));
    Answer answer = new Answer(kind, classes, scale, fields);
    answers.print(answer, table(answer));
    return 0;
  }

  private static Field truth(String name, SyntheticField field, PhaseClasses classes) {
    Map<String, Double> area = new LinkedHashMap<>();
    Map<String, Integer> objects = new LinkedHashMap<>();
    for (PhaseClasses.PhaseClass one : classes.all()) {
      PhaseMeasures measures = PhaseMeasures.of(field.labels(), one.number(), field.scale(), 0);
      area.put(one.name(), measures.areaFraction());
      objects.put(one.name(), measures.count());
    }
    return new Field(name, area, objects, field.grainSize().map(GrainSize::number).orElse(null));
  }

  private static TextTable table(Answer answer) {
    TextTable table = new TextTable("", "file", "class", "area, %", "objects", "G");
    for (Field field : answer.fields()) {
      field
          .areaFraction()
          .forEach(
              (name, area) ->
                  table.row(
                      field.file(),
                      name,
                      "%.2f".formatted(100 * area),
                      field.objects().getOrDefault(name, 0),
                      ByClass.shown(field.grainSize(), "%.2f", 1)));
    }
    return table;
  }

  private static SyntheticKind kind(String name) {
    for (SyntheticKind kind : SyntheticKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new InputException(
        "--kind", "“%s” is none".formatted(name), "use cast, wrought or porosity");
  }
}
