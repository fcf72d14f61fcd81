package io.kunan.app.cli.micrograph;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.vision.Accuracy;
import io.kunan.engine.vision.LabelledField;
import io.kunan.engine.vision.Recipe;
import io.kunan.engine.vision.Segmentation;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kunan micrograph evaluate}: how a recipe does on labelled fields. */
@Command(
    name = "evaluate",
    description = {
      "Segments labelled fields by a recipe and tells how far it agrees with the labels: means over"
          + " the fields. Fields that were trained on flatter it.",
      "Pixels labelled 255 do not count. Object counts need whole labels."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  @Mixin private LabelledFolder folder = new LabelledFolder();

  @Option(
      names = "--recipe",
      required = true,
      paramLabel = "FILE",
      description = "Recipe to judge.")
  private Path recipe = Path.of("");

  @Mixin private Answers answers = new Answers();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Recipe judged = Recipe.read(recipe)) {
      EvaluateAnswer answer = answer(judged, folder.read(judged.classes()));
      answers.print(answer, table(judged, answer));
      return 0;
    }
  }

  private EvaluateAnswer answer(Recipe judged, List<LabelledField> fields) {
    judged.segment(fields.getFirst().image(), Progress.NONE); // so that no start is timed
    Accuracy.Tally tally = new Accuracy.Tally(judged.classes(), judged.cleanUp().minPixels());
    List<String> foreign = new ArrayList<>();
    double nanos = 0;
    double megapixels = 0;
    int done = 0;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      for (LabelledField field : fields) {
        progress.report(done++, fields.size(), "evaluating");
        long start = System.nanoTime();
        Segmentation segmentation = judged.segment(field.image(), Progress.NONE);
        nanos += System.nanoTime() - start;
        megapixels += field.image().values().length / 1e6;
        tally.add(field.labels(), segmentation.labels());
        if (segmentation.likeness().isForeign()) {
          foreign.add(field.name());
        }
      }
    }
    return EvaluateAnswer.of(judged.classes(), tally.accuracy(), foreign, nanos / 1e6 / megapixels);
  }

  private static TextTable[] table(Recipe judged, EvaluateAnswer answer) {
    TextTable classes =
        new TextTable(
            "%d fields, means over them".formatted(answer.fields()),
            "class",
            "IoU",
            "F1",
            "area error, points",
            "objects told against labelled");
    for (String name : answer.iou().keySet()) {
      classes.row(
          name,
          ByClass.shown(answer.iou().get(name), "%.3f", 1),
          ByClass.shown(answer.f1().get(name), "%.3f", 1),
          ByClass.shown(answer.areaFractionError().get(name), "%.2f", 1),
          ByClass.shown(answer.objectCountError().get(name), "%+.1f %%", 100));
    }
    TextTable summary =
        new TextTable("", "", "")
            .row("mean IoU", "%.3f".formatted(answer.meanIoU()))
            .row("pixel accuracy", "%.4f".formatted(answer.pixelAccuracy()))
            .row("unlike the training", answer.foreign().isEmpty() ? "none" : answer.foreign())
            .row("ms per megapixel", "%.0f".formatted(answer.millisecondsPerMegapixel()))
            .row("recipe", judged.sha256());
    return new TextTable[] {classes, summary};
  }
}
