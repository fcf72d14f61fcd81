package io.kunan.platform.models;

import io.kunan.kernel.AssetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forecast made while its target was still to come.
 *
 * @param asset for which it was made
 * @param timeFor time the value holds for
 * @param origin end of the newest row looked at
 * @param madeAt when it was made
 * @param low one in ten targets falls below
 * @param mid as likely too high as too low
 * @param high one in ten rises above
 * @param actual what came, once it has
 * @param explanation what moved it most, the largest first
 * @param inside whether the model was trained on the like of the present
 * @param distance from the training rows; above 1 the present is unlike them
 */
public record Prediction(
    int model,
    int version,
    AssetId asset,
    Instant timeFor,
    Instant origin,
    Instant madeAt,
    double low,
    double mid,
    double high,
    @Nullable Double actual,
    List<Reason> explanation,
    boolean inside,
    double distance) {
  /**
   * What one input adds to the forecast (exact Shapley value).
   *
   * @param value null when it was missing
   * @param contribution in the target's unit
   */
  public record Reason(String feature, @Nullable Double value, double contribution) {}

  public Prediction {
    explanation = List.copyOf(explanation);
  }
}
