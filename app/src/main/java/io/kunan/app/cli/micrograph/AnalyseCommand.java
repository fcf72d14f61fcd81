package io.kunan.app.cli.micrograph;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.MicrographFile;
import io.kunan.engine.vision.Overlay;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.ScaleBar;
import io.kunan.engine.vision.Segmentation;
import io.kunan.engine.vision.measure.FieldReport;
import io.kunan.engine.vision.measure.Method;
import io.kunan.engine.vision.measure.SampleReport;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
          + " NAME-labels.png, NAME-overlay.png, NAME-objects.csv and NAME-field.json.",
      "Fields that were measured into DIR before, by the same recipe and scale, are not measured"
          + " again: a batch that was stopped goes on.",
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
      names = "--scale-bar",
      paramLabel = "µm",
      description =
          "Length the bar burnt into each picture stands for; the bar is measured, its text is not"
              + " read.")
  private @Nullable Double scaleBar;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for labels, overlays and object tables.")
  private Path out = Path.of("");

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** A field that is told apart but not yet measured. */
  private record Segmented(Path file, Scale scale, GreyImage image, Segmentation segmentation) {}

  @Override
  public Integer call() throws IOException {
    List<Path> files = Files.isDirectory(input) ? LabelledField.pictures(input) : List.of(input);
    Files.createDirectories(out);
    try (Recipe by = Recipe.read(recipe);
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      AnalyseAnswer answer = answer(by, fields(by, files, progress));
      answers.print(answer, answer.fieldTable(), answer.sampleTable());
    }
    return 0;
  }

  /** While a field is segmented the one before is measured and written. */
  private List<AnalyseAnswer.Field> fields(Recipe by, List<Path> files, Progress progress)
      throws IOException {
    FinishedFields finished = new FinishedFields(out, by.sha256(), scale, scaleBar);
    AnalyseAnswer.Field[] fields = new AnalyseAnswer.Field[files.size()];
    try (Behind behind = new Behind()) {
      for (int i = 0; i < fields.length; i++) {
        progress.report(i, fields.length, "analysing");
        Path file = files.get(i);
        int at = i;
        Optional<AnalyseAnswer.Field> done = finished.find(file);
        if (done.isPresent()) {
          fields[i] = done.get();
        } else {
          Segmented segmented = segment(by, file);
          behind.run(
              () -> {
                fields[at] = measure(by, segmented);
                finished.add(file, fields[at]);
              });
        }
      }
      behind.await();
    }
    return List.of(fields);
  }

  private Segmented segment(Recipe by, Path file) {
    try (MicrographFile micrograph = MicrographFile.open(file)) {
      GreyImage image = micrograph.read();
      Scale known = scale(micrograph, image, file.toString());
      if (!known.isKnown()) {
        answers.remark(
            "%s: no scale is written in it; lengths are told in pixels, give --scale or --scale-bar"
                .formatted(file));
      }
      return new Segmented(file, known, image, by.segment(image, Progress.NONE));
    }
  }

  private AnalyseAnswer.Field measure(Recipe by, Segmented field) throws IOException {
    LabelImage labels = field.segmentation().labels();
    FieldReport report =
        FieldReport.of(labels, by.classes(), field.scale(), by.cleanUp().minPixels());
    String stem = FinishedFields.stem(field.file());
    labels.write(out.resolve(stem + "-labels.png"));
    Overlay.write(field.image(), labels, by.classes(), out.resolve(stem + "-overlay.png"));
    ObjectTable.write(report, out.resolve(stem + "-objects.csv"));
    return AnalyseAnswer.Field.of(
        field.file().getFileName().toString(), report, field.segmentation().likeness());
  }

  private Scale scale(MicrographFile micrograph, GreyImage image, String name) {
    if (scale != null) {
      return Scale.micrometres(scale, "given by --scale");
    }
    return scaleBar == null ? micrograph.scale() : ScaleBar.get(image, name).standingFor(scaleBar);
  }

  private static AnalyseAnswer answer(Recipe by, List<AnalyseAnswer.Field> fields) {
    List<FieldReport> known =
        fields.stream().filter(f -> !f.foreign()).map(AnalyseAnswer.Field::figures).toList();
    List<AnalyseAnswer.SamplePhase> sample =
        known.isEmpty()
            ? List.of()
            : SampleReport.of(known).phases().stream().map(AnalyseAnswer.SamplePhase::of).toList();
    return new AnalyseAnswer(
        by.sha256(),
        fields,
        sample,
        AnalyseAnswer.notes(
            Method.AREA_FRACTION,
            Method.COUNT_DENSITY,
            Method.MEAN_FREE_PATH,
            Method.PARTICLE_SHAPE));
  }
}
