package io.kunan.engine.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.vision.internal.filters.Box;
import io.kunan.engine.vision.internal.filters.Illumination;
import io.kunan.engine.vision.internal.filters.Median;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreparationTest {
  @Test
  void aBoxMeanIsTheMeanOfItsSquare() {
    Random random = new Random(1);
    float[] values = new float[21 * 17];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    GreyImage image = new GreyImage(21, 17, values);

    float[] mean = Box.mean(values, 21, 17, 3);

    GreyImage window = image.window(new Region(-1, 14, 1, 1).grown(3)); // beyond two edges
    double sum = 0;
    for (float value : window.values()) {
      sum += value;
    }
    assertThat(window.at(0, 0)).isEqualTo(image.at(4, 11));
    assertThat(Box.mean(window.values(), 7, 7, 3)[24]).isCloseTo((float) (sum / 49), offset(1e-5f));
    assertThat(mean[8 * 21 + 10])
        .isCloseTo(
            Box.mean(image.window(new Region(10, 8, 1, 1).grown(3)).values(), 7, 7, 3)[24],
            offset(1e-5f));
  }

  @Test
  void unevenLightIsTakenOut() {
    float[] values = new float[200 * 200];
    for (int i = 0; i < values.length; i++) {
      float light = 0.4f + 0.4f * (i % 200) / 200f;
      boolean particle = (i % 200) % 20 < 5 && (i / 200) % 20 < 5;
      values[i] = light * (particle ? 0.5f : 1f);
    }

    GreyImage flat = Illumination.flatten(new GreyImage(200, 200, values), 30);

    assertThat(flat.at(50, 110)).isCloseTo(flat.at(150, 110), offset(0.02f));
    assertThat(flat.at(42, 102) / flat.at(50, 110)).isCloseTo(0.5f, offset(0.02f));
  }

  @Test
  void aMedianTakesOutSinglePixelsAndKeepsEdges() {
    float[] values = new float[100];
    for (int i = 0; i < 100; i++) {
      values[i] = i % 10 < 5 ? 0 : 1;
    }
    values[33] = 1;

    GreyImage calm = Median.filter(new GreyImage(10, 10, values), 1);

    assertThat(calm.at(3, 3)).isZero();
    assertThat(calm.at(4, 7)).isZero();
    assertThat(calm.at(5, 7)).isEqualTo(1);
  }
}
