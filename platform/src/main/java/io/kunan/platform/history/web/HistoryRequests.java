package io.kunan.platform.history.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the history, and what it answers. */
final class HistoryRequests {
  private HistoryRequests() {}

  record PlotRequest(
      @NotEmpty @Size(max = 64) List<Integer> tags,
      @NotNull Instant from,
      @NotNull Instant to,
      @Min(1) @Max(8000) int pixels,
      @Nullable String unit) {}

  /**
   * Lines to draw.
   *
   * @param scanned points and minutes the lines stand for
   * @param returned points sent
   * @param millis time the store took
   */
  record PlotAnswer(
      Instant from,
      Instant to,
      List<PlotLine> series,
      long scanned,
      long returned,
      double millis) {}

  /**
   * @param unit of the values; null for pure numbers and states
   * @param t milliseconds since 1970 UTC
   * @param v values; NaN, null on the wire, where the measurement was bad
   */
  @SuppressWarnings("ArrayRecordComponent") // thousands of numbers on their way to a chart
  record PlotLine(
      int tag,
      @Nullable String unit,
      double[] t,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) double[] v) {}

  record StatisticsRequest(
      @NotEmpty @Size(max = 200) List<Integer> tags,
      @NotNull Instant from,
      @NotNull Instant to,
      @Nullable String unit) {}

  /** Figures of a range; NaN, null on the wire, where no good point is. */
  record TagFigures(
      int tag,
      @Nullable String unit,
      long count,
      @Schema(types = {"number", "null"}) double min,
      @Schema(types = {"number", "null"}) double max,
      @Schema(types = {"number", "null"}) double mean,
      @Schema(types = {"number", "null"}) double first,
      @Schema(types = {"number", "null"}) double last,
      @Schema(types = {"number", "null"}) double goodShare) {}

  record AtRequest(
      @NotEmpty @Size(max = 200) List<Integer> tags, @NotNull Instant at, @Nullable String unit) {}

  /**
   * @param value NaN, null on the wire, where there is none to use
   */
  record ValueAtInstant(
      int tag,
      @Nullable String unit,
      double time,
      @Schema(types = {"number", "null"}) double value,
      int quality,
      double ageSeconds) {}

  record BucketsRequest(
      @NotEmpty @Size(max = 64) List<Integer> tags,
      @NotNull Instant from,
      @NotNull Instant to,
      @NotNull String every,
      @Nullable String statistic,
      @Nullable String unit) {}

  record BucketsAnswer(List<PlotLine> series) {}
}
