package io.kunan.engine.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Pictures;
import io.kunan.engine.vision.Scale;
import io.kunan.kernel.InputException;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void fieldsTellTheirConfidence() {
    FieldStatistics five = FieldStatistics.of(10, 12, 11, 13, 9);

    assertThat(five.mean()).isEqualTo(11);
    assertThat(five.deviation()).isCloseTo(1.5811, offset(1e-4));
    assertThat(five.confidence()).isCloseTo(2.776 * 1.5811 / Math.sqrt(5), offset(1e-3));
    assertThat(five.relativeAccuracy()).isCloseTo(17.85, offset(0.01));
    assertThat(five.fieldsNeeded(10)).isEqualTo(11); // t(10) = 2.228: 2.228·1.581/√11 = 1.062
    assertThat(FieldStatistics.of(4).confidence()).isNaN();
    assertThat(FieldStatistics.of(4).fieldsNeeded(10)).isZero();
  }

  /** Squares of 100 µm: l̄ along rows and columns is 100 µm, N_A = 100 per mm². */
  @Test
  void squareGrainsHaveTheirGrainSize() {
    LabelImage field =
        Pictures.drawn(
            1_000,
            1_000,
            pen -> {
              for (int at = 25; at < 1_000; at += 50) {
                pen.fillRect(at, 0, 1, 1_000);
                pen.fillRect(0, at + 2, 1_000, 1); // so that no diagonal meets two at once
              }
            });
    Scale scale = Scale.micrometres(2, "test");

    GrainSize counted = GrainSize.planimetric(field, 1, scale, 0);
    GrainSize met = GrainSize.byIntercepts(field, 1, scale, 10);

    assertThat(counted.density()).isCloseTo(100, withPercentage(0.5));
    assertThat(counted.number()).isCloseTo(3.3219 * 2 - 2.954, offset(0.01));
    // along the diagonals each cell of a square grid is 100·√2/2 µm long
    double perMillimetre = (2 * 10 + 2 * 10 * Math.sqrt(2)) / 4;
    assertThat(met.meanIntercept()).isCloseTo(1 / perMillimetre, withPercentage(3));
    assertThat(met.isEnough()).isTrue();
    assertThatThrownBy(() -> GrainSize.planimetric(field, 1, Scale.PIXELS, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("µm per pixel");
  }

  @Test
  void armsAreCountedAlongALine() {
    LabelImage field =
        Pictures.drawn(
            300,
            100,
            pen -> {
              for (int x = 20; x < 300; x += 40) {
                pen.fillRect(x, 0, 12, 100);
              }
            });

    DendriteArms arms =
        DendriteArms.along(field, 1, Scale.micrometres(0.5, "test"), 0, 50, 299, 50);

    assertThat(arms.arms()).isEqualTo(7);
    assertThat(arms.spacing()).isCloseTo(20, offset(1e-9));
    assertThatThrownBy(() -> DendriteArms.along(field, 1, Scale.PIXELS, 0, 0, 15, 0))
        .hasMessageContaining("0 arms");
  }

  @Test
  void aTiltedLayerIsMeasuredAcross() {
    LabelImage field =
        Pictures.drawn(
            400,
            300,
            pen -> {
              pen.rotate(Math.toRadians(10), 200, 150);
              pen.fillRect(-200, 130, 800, 40);
            });

    LayerThickness layer = LayerThickness.of(field, number -> number == 1, Scale.PIXELS);

    assertThat(layer.mean()).isCloseTo(40, withPercentage(1));
    assertThat(layer.tilt()).isCloseTo(-10, offset(0.2));
    assertThat(layer.columns()).isEqualTo(1);
  }

  @Test
  void roundAndRaggedPoresAreToldApart() {
    LabelImage field =
        Pictures.drawn(
            300,
            300,
            pen -> {
              pen.fill(new Ellipse2D.Double(40, 40, 30, 30));
              pen.fill(new Ellipse2D.Double(75, 40, 30, 30));
              pen.fillRect(150, 150, 100, 6);
              pen.fillRect(195, 110, 6, 90);
            });
    List<Particle> pores = Particles.of(field, 1, Scale.PIXELS, ParticleOptions.ALL);

    Porosity porosity = Porosity.of(pores, 90_000, Porosity.Roundness.USUAL);

    assertThat(porosity.gas()).isEqualTo(2);
    assertThat(porosity.shrinkage()).isEqualTo(1);
    assertThat(porosity.clusters()).isEqualTo(1);
    assertThat(porosity.largest()).isBetween(100.0, 135.0);
    SizeClasses classes = SizeClasses.of(pores, List.of(31.0, 100.0));
    assertThat(classes.counts()).containsExactly(2, 1, 0);
  }
}
