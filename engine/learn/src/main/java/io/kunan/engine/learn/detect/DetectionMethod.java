package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.Statistic;
import io.kunan.engine.learn.detect.internal.Statistics;
import io.kunan.kernel.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which statistics a detector watches. {@link #COMBINED} is the one to use unless you know why. */
public enum DetectionMethod {
  /**
   * Canonical variates at three borders between slow states and the rest, and the error of dynamic
   * principal components, averaged on one scale. Serves drifting plants with few training rows and
   * large correlated plants alike.
   */
  COMBINED("combined"),
  /** Hotelling's T² in the principal components. */
  PCA_T2("pca-t2"),
  /** Squared prediction error of the principal components. */
  PCA_SPE("pca-spe"),
  /** Hotelling's T² in the principal components of five rows side by side. */
  DYNAMIC_PCA_T2("dynamic-pca-t2"),
  /** Squared prediction error of the principal components of five rows side by side. */
  DYNAMIC_PCA_SPE("dynamic-pca-spe"),
  /** Residual T² of canonical variate analysis with two lags. */
  CANONICAL_VARIATES("canonical-variates"),
  /** Regularised Mahalanobis distance of the mean of 20 rows. */
  MAHALANOBIS("mahalanobis"),
  /** Distance to the nearest training windows of ten rows. */
  NEIGHBOURS("neighbours"),
  /** Cumulative sums of the errors of one-row-ahead forecasts. */
  RESIDUAL_CUSUM("residual-cusum"),
  /** Random Cut Forest on windows of three rows. */
  RANDOM_CUT_FOREST("random-cut-forest");

  /** Dimensions beyond which eigenvalues take minutes: wide plants get fewer lags instead. */
  private static final int DIMENSIONS = 1000;

  private final String label;

  DetectionMethod(String label) {
    this.label = label;
  }

  /** The name people use for it, as on the command line. */
  public String label() {
    return label;
  }

  /**
   * The method people call so.
   *
   * @throws InputException when there is none of this name
   */
  public static DetectionMethod labelled(String label) {
    return Arrays.stream(values())
        .filter(method -> method.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "method",
                    "“%s” is none".formatted(label),
                    "use one of "
                        + Arrays.stream(values())
                            .map(DetectionMethod::label)
                            .collect(Collectors.joining(", "))));
  }

  List<Statistic.Fit> fits(int variables, long seed) {
    int few = lags(2, variables);
    int some = lags(5, variables);
    int many = lags(10, variables);
    return switch (this) {
      case COMBINED ->
          List.of(
              Statistics.canonicalResidual(few, 0.5),
              Statistics.canonicalResidual(few, 0.7),
              Statistics.canonicalResidual(few, 0.8),
              Statistics.predictionError(some));
      case PCA_T2 -> List.of(Statistics.hotelling(1));
      case PCA_SPE -> List.of(Statistics.predictionError(1));
      case DYNAMIC_PCA_T2 -> List.of(Statistics.hotelling(some));
      case DYNAMIC_PCA_SPE -> List.of(Statistics.predictionError(some));
      case CANONICAL_VARIATES -> List.of(Statistics.canonicalResidual(few, 0.7));
      case MAHALANOBIS -> List.of(Statistics.mahalanobis(20));
      case NEIGHBOURS -> List.of(Statistics.neighbours(many, 5));
      case RESIDUAL_CUSUM -> List.of(Statistics.residualCusum());
      case RANDOM_CUT_FOREST -> List.of(Statistics.randomCutForest(lags(3, variables), seed));
    };
  }

  private static int lags(int wanted, int variables) {
    return Math.clamp(DIMENSIONS / variables, 1, wanted);
  }
}
