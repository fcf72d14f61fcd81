package io.kunan.scenario.potline.core.advisor;

import io.kunan.kernel.InputException;
import io.kunan.science.electrolysis.Coefficients;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The advisor's own coefficient file: design of the pot, priors, weights of the plan. */
public final class AdvisorModel {
  private static final String FILE = "advisor.coefficients";

  private AdvisorModel() {}

  /** The file that comes with the product, for a 500 kA line. */
  public static Coefficients usual500kA() {
    InputStream stream = AdvisorModel.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new InputException(FILE, "is not in the program", "build the program again");
    }
    return Coefficients.read(
        FILE, new InputStreamReader(stream, StandardCharsets.UTF_8), Coefficients.Purpose.MODEL);
  }
}
