package io.kunan.platform.streams.web;

import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamMode;
import io.kunan.platform.streams.internal.Definitions;
import io.kunan.platform.streams.internal.JobDesk;
import io.kunan.platform.streams.internal.JobStates;
import io.kunan.platform.streams.internal.JobTrial;
import io.kunan.platform.streams.internal.Place;
import io.kunan.platform.streams.internal.ReducedCurve;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stream jobs as they travel. */
final class StreamViews {
  private StreamViews() {}

  /** Kind of a job, as definitions write it. */
  static String kindOf(Job job) {
    return switch (job) {
      case Job.Calculation _ -> "calculation";
      case Job.SoftSensor _ -> "soft-sensor";
      case Job.WindowStatistics _ -> "window";
      case Job.Rule _ -> "rule";
      case Job.StateMachine _ -> "state-machine";
    };
  }

  /**
   * A job with how it does.
   *
   * @param assetId at or above everything it reads
   * @param definition as docs/streams.md describes it, without id
   */
  record StreamJobView(
      int id,
      int assetId,
      @Schema(allowableValues = {"calculation", "soft-sensor", "window", "rule", "state-machine"})
          String kind,
      int version,
      StreamMode mode,
      Text name,
      @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          Map<String, Object> definition,
      Instant changedAt,
      String changedBy,
      StreamStateView state) {
    static StreamJobView of(StreamJob job, JobStates.State state) {
      return new StreamJobView(
          job.id(),
          job.asset().value(),
          kindOf(job.job()),
          job.version(),
          job.mode(),
          job.name(),
          Definitions.write(job.job()),
          job.changedAt(),
          job.changedBy(),
          StreamStateView.of(state));
    }
  }

  /** See {@link JobStates.State}. */
  record StreamStateView(
      JobStates.Stand stand,
      @Sentence @Nullable String problem,
      @Nullable Double lagSeconds,
      long pointsIn,
      long pointsOut,
      long late,
      long firings,
      int holding,
      @Nullable Instant lastFiring,
      @Nullable Instant lastOutput,
      boolean catchingUp,
      int places) {
    static StreamStateView of(JobStates.State state) {
      return new StreamStateView(
          state.stand(),
          state.problem(),
          state.lagSeconds(),
          state.pointsIn(),
          state.pointsOut(),
          state.late(),
          state.firings(),
          state.holding(),
          state.lastFiring(),
          state.lastOutput(),
          state.catchingUp(),
          state.places());
    }
  }

  /** A version of a job. */
  record StreamVersionView(
      int version,
      Text name,
      @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          Map<String, Object> definition,
      Instant changedAt,
      String changedBy) {
    static StreamVersionView of(StreamJob job) {
      return new StreamVersionView(
          job.version(),
          job.name(),
          Definitions.write(job.job()),
          job.changedAt(),
          job.changedBy());
    }
  }

  /** A name in both languages. */
  record StreamName(@NotBlank @Size(max = 120) String zh, @NotBlank @Size(max = 120) String en) {}

  /**
   * What a person wants of a job.
   *
   * @param version the person has seen; 0 for a new one
   */
  record StreamJobRequest(
      int version,
      @NotNull @Valid StreamName name,
      @NotNull StreamMode mode,
      @NotNull
          @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          Map<String, Object> definition) {}

  record StreamModeRequest(@NotNull StreamMode mode) {}

  /**
   * A definition to be checked.
   *
   * @param id of the job it is to replace; null for a new one
   */
  record StreamCheckRequest(
      @Nullable Integer id,
      @NotNull
          @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          Map<String, Object> definition) {}

  /** A definition to be tried on the history. */
  record StreamTrialRequest(
      @Nullable Integer id,
      @NotNull
          @Schema(types = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
          Map<String, Object> definition,
      @NotNull Instant from,
      @NotNull Instant to) {}

  /** Why a definition cannot be used; see {@link JobDesk.Fault}. */
  record StreamFaultView(
      String field, @Sentence String where, @Sentence String found, @Sentence String remedy) {
    static @Nullable StreamFaultView of(JobDesk.@Nullable Fault fault) {
      return fault == null
          ? null
          : new StreamFaultView(fault.field(), fault.where(), fault.found(), fault.remedy());
    }
  }

  /**
   * Where a job would run.
   *
   * @param asset as the definition names it
   * @param tagIds of the inputs, in their order
   */
  record StreamPlaceView(String asset, int assetId, List<Integer> tagIds) {
    static StreamPlaceView of(Place place) {
      return new StreamPlaceView(
          place.asset(),
          place.first().asset().value(),
          place.inputs().stream().map(tag -> tag.id().value()).toList());
    }
  }

  record StreamCheckView(@Nullable StreamFaultView fault, List<StreamPlaceView> places) {
    static StreamCheckView of(JobDesk.Verdict verdict) {
      return new StreamCheckView(
          StreamFaultView.of(verdict.fault()),
          verdict.places().stream().map(StreamPlaceView::of).toList());
    }
  }

  /**
   * A time at which a rule would have held, or an event would have gone on.
   *
   * @param end null where it goes on at the end of the range
   */
  record StreamPeriodView(
      String asset,
      int assetId,
      int tagId,
      Instant start,
      @Nullable Instant end,
      Map<String, Double> attributes) {
    static StreamPeriodView of(JobTrial.Told told) {
      EventFrame frame = told.frame();
      Tag tag = told.tag();
      Long end = frame.end();
      return new StreamPeriodView(
          frame.asset(),
          tag.asset().value(),
          tag.id().value(),
          Micros.toInstant(frame.start()),
          end == null ? null : Micros.toInstant(end),
          new TreeMap<>(frame.attributes()));
    }
  }

  /**
   * Results of one tag, reduced for drawing.
   *
   * @param times milliseconds since 1970 UTC
   * @param points worked out in all
   * @param unknown those among them without value
   */
  record StreamCurveView(
      String tag, String unit, List<Double> times, List<Double> values, long points, long unknown) {
    static StreamCurveView of(ReducedCurve curve) {
      List<ReducedCurve.Drawn> drawn = curve.drawn();
      return new StreamCurveView(
          curve.tag(),
          curve.unit(),
          drawn.stream().map(point -> point.time() / 1_000.0).toList(),
          drawn.stream().map(ReducedCurve.Drawn::value).toList(),
          curve.points(),
          curve.unknown());
    }
  }

  /** What would have come of a job; see {@link JobTrial.Result}. */
  record StreamTrialView(
      Instant from,
      Instant to,
      boolean whole,
      long points,
      long fired,
      double activeSeconds,
      @Nullable Double longestSeconds,
      List<StreamPeriodView> periods,
      List<StreamCurveView> curves,
      @Sentence @Nullable String failure) {
    static StreamTrialView of(Instant from, JobTrial.Result result) {
      return new StreamTrialView(
          from,
          Micros.toInstant(result.reached()),
          result.whole(),
          result.points(),
          result.fired(),
          result.activeSeconds(),
          result.longestSeconds(),
          result.frames().stream().map(StreamPeriodView::of).toList(),
          result.curves().stream().map(StreamCurveView::of).toList(),
          result.failure());
    }
  }
}
