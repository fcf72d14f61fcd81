package io.kunan.platform.models;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version still sees what it was trained on, and whether it errs to one side.
 *
 * @param features its inputs, the farthest first
 * @param residual its errors
 * @param coverage80 share of arrived targets inside their band, or null before the first
 * @param arrived forecasts whose target has arrived
 * @param rows recent rows compared
 * @param state the worst of it
 */
public record DriftReport(
    List<FeatureState> features,
    ResidualState residual,
    @Nullable Double coverage80,
    int arrived,
    int rows,
    Instant at,
    DriftState state) {
  public DriftReport {
    features = List.copyOf(features);
  }

  /** What to do. */
  public enum DriftState {
    OK,
    WATCH,
    ACT;

    /** The word on the wire. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param psi population stability index, customary: 0.1 watch, 0.2 act
   * @param ks Kolmogorov–Smirnov distance, 0–1
   */
  public record FeatureState(String feature, double psi, double ks, DriftState state) {}

  /**
   * @param cusum larger of the two sums of standardised errors, as far as the last forecast
   * @param limit at which it alarms
   */
  public record ResidualState(double cusum, double limit, DriftState state) {}
}
