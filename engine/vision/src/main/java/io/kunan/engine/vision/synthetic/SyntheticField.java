package io.kunan.engine.vision.synthetic;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.measure.GrainSize;
import io.kunan.engine.vision.synthetic.internal.Canvas;
import io.kunan.engine.vision.synthetic.internal.CastStructure;
import io.kunan.engine.vision.synthetic.internal.Grains;
import io.kunan.engine.vision.synthetic.internal.Microscope;
import io.kunan.engine.vision.synthetic.internal.Pores;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A drawn field and the truth about it.
 *
 * @param image as a microscope would see it: uneven light, scratches, blur, noise
 * @param labels the class of every pixel
 * @param scale µm per pixel
 * @param grainSize G of ASTM E112 of the drawn grains, by counting them; empty where there are none
 */
public record SyntheticField(
    GreyImage image, LabelImage labels, Scale scale, Optional<GrainSize> grainSize) {
  private static final double MICROMETRES_PER_PIXEL = 0.5;

  /**
   * Draws a field.
   *
   * @param seed same seed, same field
   * @param side pixels across and down, 64 or more
   */
  public static SyntheticField draw(SyntheticKind kind, long seed, int side) {
    SplittableRandom random = new SplittableRandom(seed);
    Scale scale = Scale.micrometres(MICROMETRES_PER_PIXEL, "synthetic");
    return switch (kind) {
      case CAST -> {
        Canvas canvas = new Canvas(side, 0.72);
        CastStructure.draw(canvas, random);
        yield seen(canvas, random, scale, Optional.empty());
      }
      case POROSITY -> {
        Canvas canvas = new Canvas(side, 0.78);
        Pores.draw(canvas, random);
        yield seen(canvas, random, scale, Optional.empty());
      }
      case WROUGHT -> {
        Grains grains = Grains.grow(side, random);
        Canvas canvas = new Canvas(side, 0.7);
        grains.draw(canvas, random);
        yield seen(canvas, random, scale, Optional.of(grains.size(scale)));
      }
    };
  }

  private static SyntheticField seen(
      Canvas canvas, SplittableRandom random, Scale scale, Optional<GrainSize> size) {
    return new SyntheticField(Microscope.see(canvas, random), canvas.labels(), scale, size);
  }
}
