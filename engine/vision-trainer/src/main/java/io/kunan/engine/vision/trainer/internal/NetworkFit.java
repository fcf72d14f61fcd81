package io.kunan.engine.vision.trainer.internal;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import io.kunan.engine.vision.internal.network.Memory;
import io.kunan.engine.vision.internal.network.NetworkJob;
import io.kunan.engine.vision.internal.network.NetworkJob.Content;
import io.kunan.engine.vision.internal.network.TrainingNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Learns a U-Net step by step and keeps the state that judged the validation fields best. */
public final class NetworkFit {
  private static final int SIDE = 128;
  private static final int BATCH = 8;
  private static final float TOP_RATE = 2e-3f;

  /** Judged this often; it stops when half of all judgements brought nothing. */
  private static final int JUDGEMENTS = 12;

  private static final int PATIENCE = JUDGEMENTS / 2;

  private final NetworkJob job;
  private final List<Content> learning;
  private final List<Content> judging;
  private final ClassLoss loss;
  private final Map<String, float[]> best = new HashMap<>();
  private double bestJudgement = Double.NEGATIVE_INFINITY;
  private int fruitless;
  private double lossSum;
  private int lossCount;
  private boolean truncated;

  public NetworkFit(NetworkJob job, List<Content> contents) {
    this.job = job;
    this.learning = contents.stream().filter(content -> !content.validation()).toList();
    this.judging = contents.stream().filter(Content::validation).toList();
    this.loss = new ClassLoss(ClassLoss.weights(learning, job.classes()));
  }

  /**
   * Learns and writes.
   *
   * @return what came of it
   * @throws IllegalStateException when the written network differs from the learned one
   */
  public TrainingNote run(Path file, Consumer<TrainingNote> notes) throws IOException {
    Engine.getInstance().setRandomSeed((int) job.seed());
    UNet net = new UNet(job.width(), job.classes());
    try (Model model = Model.newInstance("field", Device.cpu())) {
      model.setBlock(net);
      int steps = 0;
      try (Trainer trainer = model.newTrainer(config())) {
        trainer.initialize(new Shape(BATCH, 1, SIDE, SIDE));
        steps = learn(trainer, net, notes);
        if (!best.isEmpty()) {
          restore(net);
        }
        byte[] written = UNetWriter.write(net, job.classes());
        Judge judge = new Judge(trainer, job.classes());
        double parity = judge.difference(written, learning.getFirst().image());
        if (parity > 1e-4) {
          throw new IllegalStateException(
              "the written network differs from the learned one by " + parity);
        }
        Files.write(file, written);
        double judgement = best.isEmpty() ? Double.NaN : bestJudgement;
        return new TrainingNote(
            steps, Double.NaN, judgement, true, truncated, parity, Memory.peakMegabytes());
      }
    }
  }

  private DefaultTrainingConfig config() {
    return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
        .optDevices(new Device[] {Device.cpu()})
        .optOptimizer(Adam.builder().optLearningRateTracker((Tracker) this::rate).build());
  }

  /** Rises over the first steps and falls along a cosine. */
  private float rate(int update) {
    double warm = Math.min(1, (update + 1) / 30.0);
    double along = Math.min(1, update / (double) Math.max(1, job.steps()));
    return (float) (TOP_RATE * warm * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * along))));
  }

  private int learn(Trainer trainer, UNet net, Consumer<TrainingNote> notes) {
    Crops crops = new Crops(learning, SIDE, job.layered(), job.seed());
    long end = System.nanoTime() + (long) (job.minutes() * 60e9);
    int every = Math.max(1, job.steps() / JUDGEMENTS);
    int told = Math.max(1, job.steps() / 60);
    for (int step = 1; step <= job.steps(); step++) {
      step(trainer, crops.next(BATCH));
      truncated = job.minutes() > 0 && System.nanoTime() > end && step < job.steps();
      boolean last = truncated || step == job.steps();
      boolean judged = !judging.isEmpty() && (last || step % every == 0);
      double judgement = judged ? judge(trainer, net) : Double.NaN;
      if (judged || step % told == 0) {
        notes.accept(new TrainingNote(step, lossSum / lossCount, judgement, false, false, 0, 0));
        lossSum = 0;
        lossCount = 0;
      }
      if (last || fruitless >= PATIENCE) {
        return step;
      }
    }
    return job.steps();
  }

  private void step(Trainer trainer, Crops.Batch batch) {
    try (NDManager scope = trainer.getManager().newSubManager()) {
      NDArray images = scope.create(batch.images(), new Shape(BATCH, 1, SIDE, SIDE));
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDArray logits = trainer.forward(new NDList(images)).singletonOrThrow();
        logits.attach(scope);
        NDArray error = loss.of(scope, logits, batch.labels());
        gradients.backward(error);
        lossSum += error.getFloat();
        lossCount++;
      }
      trainer.step();
    }
  }

  private double judge(Trainer trainer, UNet net) {
    double judgement = new Judge(trainer, job.classes()).meanIoU(judging);
    if (judgement > bestJudgement) {
      bestJudgement = judgement;
      fruitless = 0;
      for (Pair<String, Parameter> parameter : net.getParameters()) {
        best.put(parameter.getKey(), parameter.getValue().getArray().toFloatArray());
      }
    } else {
      fruitless++;
    }
    return judgement;
  }

  private void restore(UNet net) {
    for (Pair<String, Parameter> parameter : net.getParameters()) {
      float[] values = best.get(parameter.getKey());
      if (values != null) {
        parameter.getValue().getArray().set(java.nio.FloatBuffer.wrap(values));
      }
    }
  }
}
