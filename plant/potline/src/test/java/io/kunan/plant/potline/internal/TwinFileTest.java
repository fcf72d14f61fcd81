package io.kunan.plant.potline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Coefficients.Purpose;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The truth of the twin stays its own. */
class TwinFileTest {
  private static Coefficients readAs(Purpose purpose) {
    InputStream stream =
        Objects.requireNonNull(
            TwinFileTest.class.getResourceAsStream(
                "/io/kunan/plant/potline/" + PotParameters.FILE));
    return Coefficients.read(
        PotParameters.FILE, new InputStreamReader(stream, StandardCharsets.UTF_8), purpose);
  }

  @Test
  void noModelCanLoadIt() {
    assertThatThrownBy(() -> readAs(Purpose.MODEL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("was written for virtual-plant, not for model");
  }

  @Test
  void theTwinLoadsNoFileOfAModel() {
    assertThat(PotParameters.read().file.purpose()).isEqualTo(Purpose.VIRTUAL_PLANT);
  }

  @Test
  void everyNumberHasUnitRangeAndSource() {
    assertThat(readAs(Purpose.VIRTUAL_PLANT).all())
        .hasSizeGreaterThan(150)
        .allSatisfy(
            row -> {
              assertThat(row.unit()).isNotBlank();
              assertThat(row.source()).isNotBlank();
              assertThat(row.low()).isLessThan(row.high());
            });
  }
}
