package io.kunan.platform.models.web;

import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.models.DriftReport.FeatureState;
import io.kunan.platform.models.DriftReport.ResidualState;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelAlias;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Prediction.Reason;
import io.kunan.platform.models.TrainingRecord;
import io.kunan.platform.models.TrainingRecord.BacktestMetrics;
import io.kunan.platform.models.TrainingRecord.ErrorHistogram;
import io.kunan.platform.models.TrainingRecord.Importance;
import io.kunan.platform.models.TrainingRecord.NaiveScore;
import io.kunan.platform.models.TrainingRecord.TrainedOn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models as the console shows them. */
final class ModelViews {
  private ModelViews() {}

  record ModelTarget(@Nullable Integer tagId, @Nullable String quantity, Text label, String unit) {}

  /**
   * @param virtual true: every accuracy here is one on a virtual plant
   * @param currentSkill of the version that serves, on its back-test
   */
  record ModelSummaryView(
      int id,
      String code,
      Text name,
      int assetId,
      ModelTarget target,
      long horizonSeconds,
      boolean virtual,
      @Nullable Integer champion,
      @Nullable Integer candidate,
      @Schema(allowableValues = {"ok", "watch", "drift", "untrained"}) String status,
      @Nullable Instant lastScoredAt,
      @Nullable Double currentSkill) {}

  /**
   * @param inputs tags looked at beside the target
   * @param retiredAt since when it is out of use
   */
  record ModelView(
      int id,
      String code,
      Text name,
      int assetId,
      ModelTarget target,
      long horizonSeconds,
      boolean virtual,
      @Nullable Integer champion,
      @Nullable Integer candidate,
      @Schema(allowableValues = {"ok", "watch", "drift", "untrained"}) String status,
      @Nullable Instant lastScoredAt,
      @Nullable Double currentSkill,
      List<Integer> inputs,
      int members,
      long everySeconds,
      int horizonRows,
      long trainedOverSeconds,
      @Nullable Instant retiredAt,
      List<ModelVersionView> versions) {
    static ModelView of(Model registered, ModelSummaryView model, List<ModelVersion> versions) {
      ModelDefinition definition = registered.definition();
      return new ModelView(
          model.id(),
          model.code(),
          model.name(),
          model.assetId(),
          model.target(),
          model.horizonSeconds(),
          model.virtual(),
          model.champion(),
          model.candidate(),
          model.status(),
          model.lastScoredAt(),
          model.currentSkill(),
          definition.inputs().stream().map(TagId::value).toList(),
          definition.subjects().size(),
          definition.every().toSeconds(),
          definition.horizonRows(),
          definition.trainedOver().toSeconds(),
          registered.retiredAt(),
          versions.stream().map(ModelVersionView::of).toList());
    }
  }

  record ModelVersionView(
      int version,
      Instant createdAt,
      TrainedOn trainedOn,
      String codeVersion,
      String algorithm,
      BacktestMetrics metrics,
      List<NaiveScore> baselines,
      @Nullable ModelAlias alias,
      long seed) {
    static ModelVersionView of(ModelVersion version) {
      TrainingRecord record = version.record();
      return new ModelVersionView(
          version.version(),
          version.createdAt(),
          record.trainedOn(),
          record.codeVersion(),
          record.algorithm(),
          record.metrics(),
          record.baselines(),
          version.alias(),
          record.seed());
    }
  }

  record BacktestView(
      List<Long> t,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) List<@Nullable Double> actual,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) List<@Nullable Double> predicted,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) List<@Nullable Double> low,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) List<@Nullable Double> high,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) List<@Nullable Double> baseline,
      String baselineName,
      ErrorHistogram errors,
      List<Importance> importance) {
    static BacktestView of(TrainingRecord record) {
      var curve = record.curve();
      return new BacktestView(
          curve.t(),
          curve.actual(),
          curve.predicted(),
          curve.low(),
          curve.high(),
          curve.baseline(),
          curve.baselineName(),
          record.errors(),
          record.importance());
    }
  }

  record EnvelopeView(boolean inside, double distance, double limit) {}

  /**
   * @param t times the values hold for, milliseconds; what was forecast for them, and what came
   * @param version whose forecasts these are; null before the first version
   */
  @SuppressWarnings("ArrayRecordComponent") // columns of a chart
  record LivePredictionsView(
      double[] t,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) double[] predicted,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) double[] low,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) double[] high,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) double[] actual,
      List<Reason> explanation,
      @Nullable EnvelopeView envelope,
      @Nullable Integer version) {}

  record ModelDriftView(
      List<FeatureState> features,
      ResidualState residual,
      @Nullable Double coverage80,
      int arrived,
      int rows,
      Instant at) {}
}
