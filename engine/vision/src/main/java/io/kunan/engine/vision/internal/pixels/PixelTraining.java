package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.trees.BoostedTrees;
import io.kunan.engine.vision.internal.trees.FlatForest;
import io.kunan.kernel.Progress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Learns a pixel classifier from labelled fields; memory holds the planes of one field at a time.
 */
public final class PixelTraining {
  private static final int FIRST_PIXELS = 24_000;
  private static final int SECOND_PIXELS = 48_000;

  private final int[] classIndex;
  private final int classes;
  private final long seed;
  private final Progress progress;
  private int done;
  private int total;

  /**
   * A field whose brightness is prepared.
   *
   * @param image prepared as it will be at work
   * @param labels of the same size
   */
  public record PreparedField(GreyImage image, LabelImage labels) {}

  /**
   * @param classIndex index of each class number, −1 where it does not count
   * @param classes number of classes
   * @param seed same fields and seed, same model
   */
  public PixelTraining(int[] classIndex, int classes, long seed, Progress progress) {
    this.classIndex = classIndex.clone();
    this.classes = classes;
    this.seed = seed;
    this.progress = progress;
  }

  /** Learns both looks. What the second is told of a field comes from a first that never saw it. */
  public PixelModel fit(List<PreparedField> fields) {
    total = 2 * fields.size() + 4;
    done = 0;
    PixelSample even = firstSample(fields, 0);
    PixelSample odd = fields.size() == 1 ? even : firstSample(fields, 1);
    FlatForest evenLook = firstLook(even);
    FlatForest oddLook = fields.size() == 1 ? evenLook : firstLook(odd);
    SplittableRandom random = new SplittableRandom(seed);
    PixelSample second = new PixelSample(Context.size(classes));
    for (int i = 0; i < fields.size(); i++) {
      PreparedField field = fields.get(i);
      float[][] filters = FilterBank.planes(field.image());
      float[][] look = Forests.shares(i % 2 == 0 ? oddLook : evenLook, filters);
      float[][] planes =
          Context.planes(filters, look, field.image().width(), field.image().height());
      second.draw(planes, field.labels(), classIndex, share(SECOND_PIXELS, fields), random);
      tell("looking at fields");
    }
    FlatForest first = fields.size() == 1 ? evenLook : firstLook(PixelSample.joined(even, odd));
    tell("learning");
    return new PixelModel(first, learn(second, new BoostedTrees.Settings(40, 6, 0.2, seed)));
  }

  private PixelSample firstSample(List<PreparedField> fields, int remainder) {
    SplittableRandom random = new SplittableRandom(seed + remainder);
    PixelSample sample = new PixelSample(FilterBank.SIZE);
    for (int i = remainder; i < fields.size(); i += 2) {
      float[][] planes = FilterBank.planes(fields.get(i).image());
      sample.draw(planes, fields.get(i).labels(), classIndex, share(FIRST_PIXELS, fields), random);
      tell("looking at fields");
    }
    return sample;
  }

  private static int share(int pixels, List<PreparedField> fields) {
    return Math.ceilDiv(pixels, fields.size());
  }

  private FlatForest firstLook(PixelSample sample) {
    tell("learning");
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
