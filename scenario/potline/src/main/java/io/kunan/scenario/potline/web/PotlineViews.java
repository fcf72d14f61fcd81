package io.kunan.scenario.potline.web;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.AdviceOutcome;
import io.kunan.platform.advice.AdviceView;
import io.kunan.platform.alarms.AlarmView;
import io.kunan.platform.events.EventView;
import io.kunan.scenario.potline.internal.PotlineMaps.PotOnMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the potroom's pages are made of. */
final class PotlineViews {
  private PotlineViews() {}

  record PotLineView(int assetId, String code, Text name, int pots) {}

  record LineHead(int assetId, String code, Text name) {}

  record LineFigure(String code, Text label, @Nullable Double value, String unit, Text note) {}

  record HallRow(String hall, String label, List<PotOnMap> pots) {}

  record PotMapView(
      LineHead line,
      Text sentence,
      List<LineFigure> figures,
      List<HallRow> rows,
      Map<String, Integer> counts) {}

  /**
   * A quantity of a pot.
   *
   * @param ageSeconds age of the value as the plant sent it
   * @param heldSince since when a figure taken by hand has stood, milliseconds UTC; null for what
   *     an instrument gives
   */
  record PotFigure(
      String quantity,
      Text label,
      @Nullable Double value,
      String unit,
      @Nullable Double ageSeconds,
      @Nullable Long heldSince,
      int quality,
      @Nullable Double low,
      @Nullable Double high,
      double scaleLow,
      double scaleHigh) {}

  record PotView(
      int assetId,
      String number,
      @Nullable Integer ageDays,
      String mode,
      List<PotFigure> state,
      Map<String, Integer> tags,
      List<AdviceView> advice,
      List<EventView> events,
      List<AlarmView> alarms,
      List<Contribution> explanation,
      List<PotResult> results) {}

  record Contribution(Text label, double contribution, String unit) {}

  /**
   * An accepted advice and what was measured afterwards.
   *
   * @param date of the decision, by the plant's clock
   * @param measured its effect against like pots; null until its horizon is over, or when it cannot
   *     be told
   * @param inside whether the effect lies in the band that was expected
   * @param outcome everything measured; null until then
   * @param replayed whether it was worked out afterwards from the plant's past
   */
  record PotResult(
      @Nullable Long adviceId,
      String date,
      Text advice,
      double expected,
      @Nullable Double measured,
      String unit,
      boolean inside,
      @Nullable AdviceOutcome outcome,
      @Nullable Boolean replayed,
      @Nullable Boolean virtual) {}
}
