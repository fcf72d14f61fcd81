package io.kunan.science.electrolysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Coefficients.Purpose;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoefficientsTest {
  private static final String HEAD = "# set = s\n# version = 3\n# purpose = model\n";

  @Test
  void keepsUnitRangeSourceAndFlagOfEveryNumber() {
    Coefficients file = Coefficients.published();
    assertThat(file.all()).hasSizeGreaterThan(120).allSatisfy(this::isComplete);
    assertThat(file.version()).isEqualTo("2");
    assertThat(file.describe("liquidus.pure").unit()).isEqualTo("°C");
  }

  private void isComplete(Coefficient row) {
    assertThat(row.value()).isBetween(row.low(), row.high());
    assertThat(row.unit()).isNotBlank();
    assertThat(row.source()).isNotBlank();
  }

  @Test
  void refusesAFileWrittenForAnotherPurpose() {
    assertThatThrownBy(() -> Coefficients.read("f", new StringReader(HEAD), Purpose.VIRTUAL_PLANT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("was written for model, not for virtual-plant");
  }

  @Test
  void namesTheMissingSymbol() {
    Coefficients file = Coefficients.read("f", new StringReader(HEAD), Purpose.MODEL);
    assertThatThrownBy(() -> file.get("liquidus.pure"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("liquidus.pure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a ; 1 ; V ; 0 ; 2 ; prior | 6 columns",
        "a ; one ; V ; 0 ; 2 ; prior ; E | is not a number",
        "a ; 3 ; V ; 0 ; 2 ; prior ; E | stay between 0.0 and 2.0",
        "a ; 1 ; V ; 0 ; 2 ; prior ; X | use V, M, E or C",
      })
  void pointsAtTheBadLine(String line, String reason) {
    assertThatThrownBy(() -> Coefficients.read("f", new StringReader(HEAD + line), Purpose.MODEL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("f line 4")
        .hasMessageContaining(reason);
  }

  @Test
  void refusesASymbolThatStandsTwice() {
    String twice = HEAD + "a ; 1 ; V ; 0 ; 2 ; prior ; E\na ; 1 ; V ; 0 ; 2 ; prior ; E\n";
    assertThatThrownBy(() -> Coefficients.read("f", new StringReader(twice), Purpose.MODEL))
        .hasMessageContaining("f line 5")
        .hasMessageContaining("stands twice");
  }
}
