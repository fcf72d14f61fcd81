package io.kunan.app.cli.micrograph;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.MicrographFile;
import io.kunan.engine.vision.Overlay;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.Segmentation;
import io.kunan.engine.vision.measure.FieldReport;
import io.kunan.engine.vision.measure.Method;
import io.kunan.engine.vision.measure.SampleReport;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kunan micrograph analyse}: fields are segmented and measured. */
@Command(
    name = "analyse",
    description = {
      "Segments fields by a recipe and measures their phases and objects. For each field it writes"
          + " NAME-labels.png, NAME-overlay.png and NAME-objects.csv.",
      "A field unlike those the recipe was trained on is marked foreign and left out of the sample."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class AnalyseCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "IMAGE|DIR",
      description = "A field, or a folder of the sample's fields.")
  private Path input = Path.of("");

  @Option(
      names = "--recipe",
      required = true,
      paramLabel = "FILE",
      description = "Recipe to measure by.")
  private Path recipe = Path.of("");

  @Option(
      names = "--scale",
      paramLabel = "µm/px",
      description = "Length of a pixel; read from the file when not given.")
  private @Nullable Double scale;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for labels, overlays and object tables.")
  private Path out = Path.of("");

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** A measured field, and whether the recipe knows it. */
  private record Measured(AnalyseAnswer.Field field, FieldReport report) {}

  @Override
  public Integer call() throws IOException {
    List<Path> files = Files.isDirectory(input) ? LabelledField.pictures(input) : List.of(input);
    Files.createDirectories(out);
    List<Measured> measured = new ArrayList<>();
    try (Recipe by = Recipe.read(recipe);
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      for (Path file : files) {
        progress.report(measured.size(), files.size(), "analysing");
        measured.add(measure(by, file));
      }
      AnalyseAnswer answer = answer(by, measured);
      answers.print(answer, answer.fieldTable(), answer.sampleTable());
    }
    return 0;
  }

  private Measured measure(Recipe by, Path file) throws IOException {
    try (MicrographFile micrograph = MicrographFile.open(file)) {
      Scale known =
          scale == null ? micrograph.scale() : Scale.micrometres(scale, "given by --scale");
      if (!known.isKnown()) {
        answers.remark(
            "%s: no scale is written in it; lengths are told in pixels, give --scale"
                .formatted(file));
      }
      GreyImage image = micrograph.read();
      Segmentation segmentation = by.segment(image, Progress.NONE);
      FieldReport report =
          FieldReport.of(segmentation.labels(), by.classes(), known, by.cleanUp().minPixels());
      String name = file.getFileName().toString();
      String stem = name.replaceFirst("\\.[^.]*$", "");
      segmentation.labels().write(out.resolve(stem + "-labels.png"));
      Overlay.write(image, segmentation.labels(), by.classes(), out.resolve(stem + "-overlay.png"));
      ObjectTable.write(report, out.resolve(stem + "-objects.csv"));
      return new Measured(AnalyseAnswer.Field.of(name, report, segmentation.likeness()), report);
    }
  }

  private static AnalyseAnswer answer(Recipe by, List<Measured> measured) {
    List<FieldReport> known =
        measured.stream().filter(m -> !m.field().foreign()).map(Measured::report).toList();
    List<AnalyseAnswer.SamplePhase> sample =
        known.isEmpty()
            ? List.of()
            : SampleReport.of(known).phases().stream().map(AnalyseAnswer.SamplePhase::of).toList();
    return new AnalyseAnswer(
        by.sha256(),
        measured.stream().map(Measured::field).toList(),
        sample,
        AnalyseAnswer.notes(
            Method.AREA_FRACTION,
            Method.COUNT_DENSITY,
            Method.MEAN_FREE_PATH,
            Method.PARTICLE_SHAPE));
  }
}
