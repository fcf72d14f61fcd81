package io.kunan.engine.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import ij.ImagePlus;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Pictures;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.SharedData;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same masks measured by ImageJ's particle analyser. Where a traced outline begins decides
 * which corner of a staircase is cut first, so that the perimeter of an object may differ by one
 * cut (0.59 px), and a circularity above 1 is told as 1 by both.
 */
class AgainstImageJTest {
  private static final double ONE_CUT = 2 - Math.sqrt(2);

  @BeforeAll
  static void withoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void drawnEllipsesAndRectanglesMeasureAlike() {
    Random random = new Random(3);
    LabelImage field =
        Pictures.drawn(
            900,
            700,
            pen -> {
              for (int i = 0; i < 60; i++) {
                double w = 3 + random.nextInt(50);
                double h = 3 + random.nextInt(50);
                AffineTransform turn = new AffineTransform();
                turn.translate(45 + 90 * (i % 10), 55 + 110 * (i / 10));
                turn.rotate(random.nextDouble() * Math.PI);
                pen.fill(
                    turn.createTransformedShape(
                        i % 2 == 0
                            ? new Ellipse2D.Double(-w / 2, -h / 2, w, h)
                            : new Rectangle2D.Double(-w / 2, -h / 2, w, h)));
              }
            });
    assertAlike(field, 1, 60);
  }

  @Test
  void raggedRandomObjectsMeasureAlike() {
    Random random = new Random(5);
    byte[] classes = new byte[200 * 200];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) (random.nextInt(100) < 35 ? 1 : 0);
    }
    assertAlike(new LabelImage(200, 200, classes), 1, 100);
  }

  @Test
  void realPrecipitatesMeasureAlike() {
    Path labels = SharedData.of("micrographs-nasa/superalloy/labels/spot1_0d_0.png");
    LabelImage field = LabelImage.read(labels);
    assertAlike(field, 1, 10);
    assertAlike(field, 2, 10);
  }

  private static void assertAlike(LabelImage field, int classNumber, int atLeast) {
    List<Particle> ours = Particles.of(field, classNumber, Scale.PIXELS, ParticleOptions.ALL);
    ResultsTable theirs = imageJ(field, classNumber);

    assertThat(ours).hasSize(theirs.size()).hasSizeGreaterThanOrEqualTo(atLeast);
    for (int i = 0; i < theirs.size(); i++) {
      Particle our = nearest(ours, theirs.getValue("X", i), theirs.getValue("Y", i));
      double perimeter = theirs.getValue("Perim.", i);
      String which = "object %d at %.1f, %.1f".formatted(i, our.x(), our.y());
      assertThat(our.area()).as(which).isEqualTo(theirs.getValue("Area", i));
      assertThat(our.feretMax()).as(which).isCloseTo(theirs.getValue("Feret", i), offset(1e-6));
      assertThat(our.feretMin()).as(which).isCloseTo(theirs.getValue("MinFeret", i), offset(1e-6));
      assertThat(our.perimeter()).as(which).isCloseTo(perimeter, offset(ONE_CUT + 1e-6));
      double oneCut = 100 * (Math.pow(perimeter / (perimeter - ONE_CUT), 2) - 1); // per cent
      assertThat(our.circularity())
          .as(which)
          .isCloseTo(theirs.getValue("Circ.", i), withPercentage(1 + oneCut));
      assertThat(our.solidity())
          .as(which)
          .isCloseTo(theirs.getValue("Solidity", i), withPercentage(1));
    }
  }

  private static Particle nearest(List<Particle> all, double x, double y) {
    return all.stream()
        .min(java.util.Comparator.comparingDouble(p -> Math.hypot(p.x() - x, p.y() - y)))
        .orElseThrow();
  }

  private static ResultsTable imageJ(LabelImage field, int classNumber) {
    byte[] mask = new byte[field.classes().length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (field.at(i) == classNumber ? 255 : 0);
    }
    ByteProcessor processor = new ByteProcessor(field.width(), field.height(), mask);
    processor.setThreshold(255, 255, ByteProcessor.NO_LUT_UPDATE);
    ResultsTable results = new ResultsTable();
    int wanted =
        Measurements.AREA
            | Measurements.CENTROID
            | Measurements.PERIMETER
            | Measurements.FERET
            | Measurements.SHAPE_DESCRIPTORS;
    new ParticleAnalyzer(0, wanted, results, 0, Double.POSITIVE_INFINITY)
        .analyze(new ImagePlus("mask", processor), processor);
    return results;
  }
}
