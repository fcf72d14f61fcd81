package io.kunan.scenario.potline.internal;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.AdviceDocument;
import io.kunan.platform.advice.AdviceDocument.Expected;
import io.kunan.platform.advice.AdviceDocument.GuardCheck;
import io.kunan.platform.advice.AdviceDocument.Input;
import io.kunan.scenario.potline.core.FluorideAdvice;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.Guard;
import java.util.List;
import java.util.Map;

/** Says a decided change of dose in words. */
final class FluorideWords {
  /** Share of the expected effect by which it may miss, from the step tests of many pots. */
  private static final double SPREAD = 0.6;

  private static final Map<String, Text> GUARDS =
      Map.of(
          "temperature-fresh", new Text("槽温够新", "Temperature is fresh"),
          "excess-fresh", new Text("化验够新", "Bath analysis is fresh"),
          "noise-calm", new Text("电压平稳", "Voltage is calm"),
          "no-anode-effect", new Text("近期无阳极效应", "No recent anode effect"),
          "dose-known", new Text("已知现行剂量", "Present dose is known"));

  private FluorideWords() {}

  static AdviceDocument document(
      FluorideAdvice.Change change,
      FluorideParameters parameters,
      List<Input> inputs,
      boolean virtual) {
    double effect = change.temperatureChange();
    double half = Math.abs(effect) * SPREAD;
    return new AdviceDocument(
        new Text("AlF₃ 剂量", "AlF₃ dose"),
        change.from(),
        change.to(),
        "kg/d",
        reason(change, parameters),
        new Expected(
            new Text("槽温", "Bath temperature"), effect, effect - half, effect + half, "°C", 48),
        null,
        change.guards().stream().map(FluorideWords::guard).toList(),
        new Text(
            "下一次化验过剩 AlF₃ 偏离 %.1f %% 超过 1 %% 时重算".formatted(change.excess()),
            "worked out again when the next analysis of excess AlF₃ is over 1 %% away from %.1f %%"
                .formatted(change.excess())),
        Math.abs(change.to() - change.from()) > 15 ? "medium" : "low",
        inputs,
        null,
        virtual);
  }

  /** Says the mean the rule acts on beside the last sample, which the page shows. */
  private static Text reason(FluorideAdvice.Change change, FluorideParameters parameters) {
    double hot = change.temperature() - parameters.temperatureTarget();
    double rich = change.excess() - parameters.excessTarget();
    return new Text(
        "槽温均值%s目标 %.1f °C（末次 %.0f °C；→ %s kg/d），过剩 AlF₃ 均值%s目标 %.1f %%（末次 %.1f %%；→ %s kg/d），在途剂量 %s kg。"
            .formatted(
                hot >= 0 ? "高于" : "低于",
                Math.abs(hot),
                change.lastTemperature(),
                SignedFigure.of(change.temperatureShare(), 0),
                rich >= 0 ? "高于" : "低于",
                Math.abs(rich),
                change.lastExcess(),
                SignedFigure.of(change.excessShare(), 0),
                SignedFigure.of(change.pending(), 0)),
        "Bath mean %.1f °C %s target (last %.0f °C; → %s kg/d), excess AlF₃ mean %.1f %% %s target (last %.1f %%; → %s kg/d), dose on its way %s kg."
            .formatted(
                Math.abs(hot),
                hot >= 0 ? "above" : "below",
                change.lastTemperature(),
                SignedFigure.of(change.temperatureShare(), 0),
                Math.abs(rich),
                rich >= 0 ? "above" : "below",
                change.lastExcess(),
                SignedFigure.of(change.excessShare(), 0),
                SignedFigure.of(change.pending(), 0)));
  }

  private static GuardCheck guard(Guard guard) {
    String measured =
        Double.isInfinite(guard.measured()) ? "∞" : "%.0f".formatted(guard.measured());
    return new GuardCheck(
        GUARDS.getOrDefault(guard.code(), Text.same(guard.code())),
        guard.passed(),
        "%s / %.0f %s".formatted(measured, guard.limit(), guard.unit()));
  }
}
