package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.trees.BoostedTrees;
import io.kunan.engine.vision.internal.trees.FlatForest;
import io.kunan.kernel.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Learns a pixel classifier from labelled fields; memory holds the planes of one field at a time.
 */
public final class PixelTraining {
  private static final int FIRST_PIXELS = 24_000;
  private static final int SECOND_PIXELS = 40_000;

  /** Of all pixels, so that the second look knows every class even where none is open. */
  private static final int ANY_PIXELS = 8_000;

  private final int classes;
  private final boolean layered;
  private final long seed;
  private final Progress progress;
  private int done;
  private int total;

  /**
   * A field whose brightness is prepared.
   *
   * @param image prepared as it will be at work
   * @param labels of the same size, class indices
   */
  public record PreparedField(GreyImage image, LabelImage labels) {}

  /**
   * @param classes number of classes, whose indices the labels hold
   * @param layered whether up and down differ in the material
   * @param seed same fields and seed, same model
   */
  public PixelTraining(int classes, boolean layered, long seed, Progress progress) {
    this.classes = classes;
    this.layered = layered;
    this.seed = seed;
    this.progress = progress;
  }

  /** Learns both looks. What the second is told of a field comes from a first that never saw it. */
  public PixelModel fit(List<PreparedField> fields) {
    total = 2 * fields.size() + 3;
    done = 0;
    PixelSample even = firstSample(fields, 0);
    PixelSample odd = fields.size() == 1 ? even : firstSample(fields, 1);
    tell("learning");
    List<FlatForest> halves =
        Stream.of(even, odd).distinct().parallel().map(this::firstLook).toList();
    PixelSample second = secondSample(fields, halves.reversed());
    tell("learning");
    FlatForest first =
        fields.size() == 1 ? halves.getFirst() : firstLook(PixelSample.joined(even, odd));
    tell("learning");
    FlatForest again = learn(second, new BoostedTrees.Settings(40, 6, 0.2, seed));
    return new PixelModel(first, again, layered);
  }

  private PixelSample firstSample(List<PreparedField> fields, int remainder) {
    SplittableRandom random = new SplittableRandom(seed + remainder);
    PixelSample sample = new PixelSample(FilterBank.size(layered));
    for (int i = remainder; i < fields.size(); i += 2) {
      float[][] planes = FilterBank.planes(fields.get(i).image(), layered);
      sample.draw(planes, fields.get(i).labels(), classes, share(FIRST_PIXELS, fields), random);
      tell("looking at fields");
    }
    return sample;
  }

  /** Mostly pixels that the first look leaves open: the others are asked for nothing at work. */
  private PixelSample secondSample(List<PreparedField> fields, List<FlatForest> looks) {
    SplittableRandom random = new SplittableRandom(seed);
    PixelSample sample = new PixelSample(Context.size(classes, layered));
    for (int i = 0; i < fields.size(); i++) {
      PreparedField field = fields.get(i);
      float[][] filters = FilterBank.planes(field.image(), layered);
      Halves halves = new Halves(field.image().width(), field.image().height());
      FirstLook look = FirstLook.at(filters, looks.get(i % looks.size()), halves);
      float[][] planes = Context.planes(filters, look, layered);
      LabelImage open = only(field.labels(), FirstLook.open(look.shares()));
      sample.draw(planes, open, classes, share(SECOND_PIXELS, fields), random);
      sample.draw(planes, field.labels(), classes, share(ANY_PIXELS, fields), random);
      tell("looking at fields");
    }
    return sample;
  }

  private static LabelImage only(LabelImage labels, int[] pixels) {
    byte[] classes = new byte[labels.classes().length];
    Arrays.fill(classes, (byte) LabelImage.UNLABELLED);
    for (int pixel : pixels) {
      classes[pixel] = labels.classes()[pixel];
    }
    return new LabelImage(labels.width(), labels.height(), classes);
  }

  private static int share(int pixels, List<PreparedField> fields) {
    return Math.ceilDiv(pixels, fields.size());
  }

  private FlatForest firstLook(PixelSample sample) {
    return learn(sample, new BoostedTrees.Settings(25, 5, 0.3, seed));
  }

  private FlatForest learn(PixelSample sample, BoostedTrees.Settings settings) {
    return BoostedTrees.learn(sample.rows(), sample.features(), sample.labels(), classes, settings);
  }

  private void tell(String what) {
    if (!progress.report(done++, total, what)) {
      throw new CancellationException("stopped while " + what);
    }
  }
}
