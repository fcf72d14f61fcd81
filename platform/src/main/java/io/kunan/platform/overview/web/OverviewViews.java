package io.kunan.platform.overview.web;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.AdviceView;
import io.kunan.platform.live.StatusSource;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the overview is made of. */
final class OverviewViews {
  private OverviewViews() {}

  record OverviewView(
      Text sentence,
      boolean heard,
      List<GroupFigure> figures,
      List<AbnormalView> abnormal,
      int abnormalCount,
      List<AdviceView> advice,
      List<SiteView> sites) {}

  record GroupFigure(
      String code,
      Text label,
      @Nullable Double value,
      String unit,
      Text note,
      @Nullable String link) {}

  /** An asset with standing alarms, told by the most urgent. */
  record AbnormalView(
      @Schema(allowableValues = {"1", "2", "3"}) int priority,
      int assetId,
      Text path,
      Text what,
      Text why,
      @Nullable Double value,
      String unit,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double scaleLow,
      @Nullable Double scaleHigh,
      Instant since,
      int adviceCount,
      List<Long> alarmIds) {}

  record SiteView(
      int assetId,
      Text name,
      Map<String, Double> figures,
      StatusSource.Alarms alarms,
      @Nullable Double newestAgeSeconds,
      @Nullable Double goodShare,
      String mode,
      @ArraySchema(schema = @Schema(types = {"number", "null"})) List<Double> spark) {}
}
