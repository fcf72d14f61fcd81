package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.classical.ClassicalModel;
import io.kunan.engine.vision.internal.foreign.KnownFields;
import io.kunan.engine.vision.internal.network.Memory;
import io.kunan.engine.vision.internal.network.NetworkJob;
import io.kunan.engine.vision.internal.network.OnnxNetwork;
import io.kunan.engine.vision.internal.network.TrainerProcess;
import io.kunan.engine.vision.internal.pixels.PixelModel;
import io.kunan.engine.vision.internal.pixels.PixelTraining;
import io.kunan.engine.vision.internal.pixels.PixelTraining.PreparedField;
import io.kunan.engine.vision.internal.recipe.Fingerprint;
import io.kunan.engine.vision.internal.recipe.ObjectSizes;
import io.kunan.engine.vision.internal.recipe.RecipeNote;
import io.kunan.engine.vision.internal.recipe.ThroughLayer;
import io.kunan.engine.vision.internal.segment.CleanUpChoice;
import io.kunan.engine.vision.internal.segment.Segmenter;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trains recipes from labelled fields. */
public final class RecipeTraining {
  private static final int NETWORK_WIDTH = 8;

  private final List<LabelledField> fields;
  private final PhaseClasses classes;
  private final TrainingPlan plan;
  private final Progress progress;
  private final List<Integer> minPixels;
  private final @Nullable Layer layer;
  private final List<PreparedField> prepared;

  /**
   * What a training made.
   *
   * @param recipe ready to use
   * @param peakMemoryMb memory of the process that trained, at its peak; 0 where the system does
   *     not say
   */
  public record Result(Recipe recipe, long peakMemoryMb) {}

  private RecipeTraining(
      List<LabelledField> fields, PhaseClasses classes, TrainingPlan plan, Progress progress) {
    this.fields = fields;
    this.classes = classes;
    this.layer = ThroughLayer.of(fields, classes).orElse(null);
    this.plan = layer == null ? plan : plan.withLayered(true);
    this.progress = progress;
    this.minPixels = ObjectSizes.smallest(fields, classes);
    this.prepared =
        fields.stream()
            .map(f -> new PreparedField(plan.preparation().apply(f.image()), f.labels()))
            .toList();
  }

  /**
   * Trains.
   *
   * @param fields one or more, together showing every class
   * @param trainer asked for networks only
   * @throws InputException when a class is labelled nowhere
   * @throws java.util.concurrent.CancellationException when {@code progress} stopped it
   */
  public static Result train(
      List<LabelledField> fields,
      PhaseClasses classes,
      TrainingPlan plan,
      @Nullable NetworkTrainer trainer,
      Progress progress)
      throws IOException {
    requireEveryClass(fields, classes);
    RecipeTraining training = new RecipeTraining(fields, classes, plan, progress);
    return switch (plan.method()) {
      case PIXELS -> training.pixels();
      case CLASSICAL -> training.classical();
      case UNET -> training.network(Objects.requireNonNull(trainer, "a network needs its trainer"));
    };
  }

  private static void requireEveryClass(List<LabelledField> fields, PhaseClasses classes) {
    boolean[] seen = new boolean[256];
    for (LabelledField field : fields) {
      for (byte number : field.labels().classes()) {
        seen[number & 0xFF] = true;
      }
    }
    for (PhaseClasses.PhaseClass one : classes.all()) {
      if (!seen[one.number()]) {
        throw new InputException(
            "labels",
            "class %d=%s is labelled nowhere".formatted(one.number(), one.name()),
            "mark some of it in at least one field, or leave the class out");
      }
    }
  }

  private Result pixels() {
    boolean alone = prepared.size() == 1;
    CleanUpChoice.Choice choice = null;
    if (!alone) {
      List<PreparedField> kept = judged(3);
      List<PreparedField> rest = prepared.stream().filter(f -> !kept.contains(f)).toList();
      choice = choose(kept, fit(rest));
    }
    CleanUp cleanUp = choice == null ? new CleanUp(2, false, minPixels, layer) : choice.cleanUp();
    Accuracy validation = choice == null ? null : choice.accuracy();
    Recipe recipe = Recipe.ofPixels(note(cleanUp, validation, false), fit(prepared));
    return new Result(recipe, Memory.peakMegabytes());
  }

  private Result classical() {
    ClassicalModel model =
        ClassicalModel.learn(
            prepared.stream().map(f -> new PreparedField(f.image(), byIndex(f.labels()))).toList(),
            classes.size());
    CleanUpChoice.Choice choice = choose(prepared, model);
    RecipeNote note = note(choice.cleanUp(), choice.accuracy(), false);
    return new Result(Recipe.ofClassical(note, model), Memory.peakMegabytes());
  }

  private PixelModel fit(List<PreparedField> some) {
    return new PixelTraining(
            layer == null ? classes.size() : classes.size() + 2,
            plan.layered(),
            plan.seed(),
            progress)
        .fit(some.stream().map(f -> new PreparedField(f.image(), learned(f.labels()))).toList());
  }

  /** Every so manieth field, at least one, is kept from a trial training and judges it. */
  private List<PreparedField> judged(int every) {
    List<PreparedField> kept = new ArrayList<>();
    for (int i = Math.min(every, prepared.size()) - 1; i < prepared.size(); i += every) {
      kept.add(prepared.get(i));
    }
    return kept;
  }

  private CleanUpChoice.Choice choose(List<PreparedField> kept, Segmenter segmenter) {
    CleanUpChoice choice = new CleanUpChoice(classes, minPixels, layer);
    for (PreparedField field : kept) {
      choice.add(field.image(), field.labels(), segmenter);
    }
    return choice.best();
  }

  private Result network(NetworkTrainer trainer) throws IOException {
    List<PreparedField> kept = prepared.size() == 1 ? List.of() : judged(6);
    List<NetworkJob.Content> contents =
        prepared.stream()
            .map(f -> new NetworkJob.Content(f.image(), learned(f.labels()), kept.contains(f)))
            .toList();
    NetworkJob job =
        new NetworkJob(
            layer == null ? classes.size() : classes.size() + 2,
            NETWORK_WIDTH,
            plan.steps(),
            plan.minutes(),
            plan.seed(),
            plan.layered(),
            contents.stream()
                .map(
                    c ->
                        new NetworkJob.Field(c.image().width(), c.image().height(), c.validation()))
                .toList());
    TrainerProcess.Trained trained =
        new TrainerProcess(trainer.classPath(), trainer.cache()).train(job, contents, progress);
    CleanUp cleanUp = new CleanUp(0, false, minPixels, layer);
    Accuracy validation = null;
    if (!kept.isEmpty()) {
      try (OnnxNetwork network =
          OnnxNetwork.of(trained.model(), Runtime.getRuntime().availableProcessors())) {
        CleanUpChoice.Choice choice = choose(kept, network);
        cleanUp = choice.cleanUp();
        validation = choice.accuracy();
      }
    }
    RecipeNote note = note(cleanUp, validation, trained.note().truncated());
    return new Result(Recipe.ofNetwork(note, trained.model()), trained.note().peakMemoryMb());
  }

  /** Labels by index; of a layer the surfaces are learned as two classes more. */
  private LabelImage learned(LabelImage labels) {
    LabelImage indices = byIndex(labels);
    return layer == null ? indices : ThroughLayer.withSurfaces(indices, classes.size(), layer);
  }

  private LabelImage byIndex(LabelImage labels) {
    int[] indices = classes.indices();
    byte[] numbers = new byte[labels.classes().length];
    for (int i = 0; i < numbers.length; i++) {
      int index = indices[labels.at(i)];
      numbers[i] = (byte) (index < 0 ? LabelImage.UNLABELLED : index);
    }
    return new LabelImage(labels.width(), labels.height(), numbers);
  }

  private RecipeNote note(CleanUp cleanUp, @Nullable Accuracy validation, boolean truncated) {
    return new RecipeNote(
        RecipeNote.FORMAT,
        Objects.requireNonNullElse(
            RecipeTraining.class.getPackage().getImplementationVersion(), "development"),
        classes,
        plan,
        cleanUp,
        KnownFields.of(fields.stream().map(LabelledField::image).toList()),
        fields.stream().map(Fingerprint::of).toList(),
        validation,
        truncated);
  }
}
