package io.kunan.engine.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Pictures;
import io.kunan.engine.vision.Scale;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParticlesTest {
  private static final Scale HALF_MICROMETRE = Scale.micrometres(0.5, "test");

  @Test
  void aDiscIsToldByItsDiameterInMicrometres() {
    LabelImage field =
        Pictures.drawn(200, 200, pen -> pen.fill(new Ellipse2D.Double(40, 40, 100, 100)));

    Particle disc = Particles.of(field, 1, HALF_MICROMETRE, ParticleOptions.ALL).getFirst();

    assertThat(disc.equivalentDiameter()).isCloseTo(50, withPercentage(0.5));
    assertThat(disc.feretMax()).isCloseTo(50, withPercentage(1.5));
    assertThat(disc.feretMin()).isCloseTo(50, withPercentage(1.5));
    assertThat(disc.circularity()).isGreaterThan(0.88);
    assertThat(disc.aspect()).isCloseTo(1, offset(0.01));
    assertThat(disc.x()).isCloseTo(45, offset(0.3));
    assertThat(disc.neighbourDistance()).isNaN();
  }

  @Test
  void aNeedleIsToldByItsAspectAndDirection() {
    LabelImage field =
        Pictures.drawn(
            300,
            300,
            pen -> {
              pen.rotate(Math.toRadians(-30), 150, 150); // anticlockwise, rows run downwards
              pen.fillRect(50, 145, 200, 10);
            });

    Particle needle = Particles.of(field, 1, Scale.PIXELS, ParticleOptions.ALL).getFirst();

    assertThat(needle.aspect()).isCloseTo(20, withPercentage(5));
    assertThat(needle.orientation()).isCloseTo(30, offset(0.5));
    assertThat(needle.feretMin()).isCloseTo(10, offset(2.0));
    assertThat(needle.circularity()).isLessThan(0.2);
  }

  @Test
  void objectsAtTheEdgeFollowTheRule() {
    LabelImage field =
        Pictures.drawn(
            100,
            100,
            pen -> {
              pen.fillRect(0, 40, 10, 10); // left
              pen.fillRect(40, 40, 10, 10);
              pen.fillRect(90, 40, 10, 10); // right
              pen.fillRect(40, 90, 10, 10); // bottom
            });

    assertThat(count(field, EdgeRule.INCLUDE)).isEqualTo(4);
    assertThat(count(field, EdgeRule.EXCLUDE)).isEqualTo(1);
    assertThat(count(field, EdgeRule.COUNTING_FRAME)).isEqualTo(2);
    assertThat(PhaseMeasures.of(field, 1, Scale.PIXELS, 0).count()).isEqualTo(2);
  }

  private static int count(LabelImage field, EdgeRule rule) {
    return Particles.of(field, 1, Scale.PIXELS, ParticleOptions.ALL.withEdges(rule)).size();
  }

  @Test
  void distancesGoToTheNearestNeighbour() {
    LabelImage field =
        Pictures.drawn(
            100,
            60,
            pen -> {
              pen.fillRect(10, 10, 4, 4);
              pen.fillRect(30, 10, 4, 4);
              pen.fillRect(80, 40, 4, 4);
            });

    List<Particle> particles = Particles.of(field, 1, HALF_MICROMETRE, ParticleOptions.ALL);

    assertThat(particles)
        .extracting(Particle::neighbourDistance)
        .satisfiesExactly(
            d -> assertThat(d).isEqualTo(10.0),
            d -> assertThat(d).isEqualTo(10.0),
            d -> assertThat(d).isEqualTo(Math.hypot(50, 30) / 2));
  }

  @Test
  void meanFreePathOfStripesIsTheGapBetweenThem() {
    // stripes of 10 every 40 columns: along rows chord 10 and path 30; along columns no change
    LabelImage field =
        Pictures.drawn(
            400,
            400,
            pen -> {
              for (int x = 15; x < 400; x += 40) {
                pen.fillRect(x, 0, 10, 400);
              }
            });

    PhaseMeasures stripes = PhaseMeasures.of(field, 1, Scale.PIXELS, 0);

    assertThat(stripes.areaFraction()).isEqualTo(0.25);
    assertThat(stripes.meanFreePath() / stripes.meanChord()).isCloseTo(3, offset(1e-9));
    assertThat(stripes.meanChord()).isCloseTo(20, offset(0.01)); // 0.25 / (5 met / 200 px)
  }

  @Property(tries = 100)
  void everyPixelBelongsToOneObject(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
    Random random = new Random(seed);
    byte[] classes = new byte[37 * 23];
    int members = 0;
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (byte) random.nextInt(2);
      members += classes[i];
    }
    LabelImage field = new LabelImage(37, 23, classes);
    double joined = 0;
    double apart = 0;
    List<Particle> eight = Particles.of(field, 1, Scale.PIXELS, ParticleOptions.ALL);
    List<Particle> four =
        Particles.of(field, 1, Scale.PIXELS, new ParticleOptions(false, EdgeRule.INCLUDE, 0));
    for (Particle particle : eight) {
      joined += particle.area();
      assertThat(particle.solidity()).isLessThanOrEqualTo(1);
      assertThat(particle.feretMin()).isLessThanOrEqualTo(particle.feretMax() + 1e-9);
    }
    for (Particle particle : four) {
      apart += particle.area();
    }
    assertThat(joined).isEqualTo(members);
    assertThat(apart).isEqualTo(members);
    assertThat(four.size()).isGreaterThanOrEqualTo(eight.size());
  }
}
