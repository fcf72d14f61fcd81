package io.kunan.platform.alarms;

import io.kunan.kernel.Text;
import java.util.Arrays;
import java.util.Optional;

/** What can be wrong with a model that serves. */
public enum ModelCondition {
  /** Inputs or errors are no longer those it was trained on: 0 fine, 1 to watch, 2 to act. */
  DRIFT(1, "", new Text("模型漂移", "Model drifts")),
  /** The present is unlike anything it was trained on: distance, 1 at the edge. */
  ENVELOPE(1, "", new Text("超出模型训练范围", "Outside what the model was trained on")),
  /** Seconds since its last forecast. */
  SILENT(1_800, "s", new Text("模型未更新", "Model is silent"));

  private static final String PREFIX = "model ";

  private final double limit;
  private final String unit;
  private final Text title;

  ModelCondition(double limit, String unit, Text title) {
    this.limit = limit;
    this.unit = unit;
    this.title = title;
  }

  /** The limit a rule begins with, in {@link #unit}. */
  public double limit() {
    return limit;
  }

  public String unit() {
    return unit;
  }

  public Text title() {
    return title;
  }

  /** The quantity of the rule that watches it at a model. */
  public String quantity(String modelCode) {
    return PREFIX + modelCode + " " + name();
  }

  /** What a rule of kind MODEL watches. */
  public static Optional<ModelCondition> of(AlarmRule rule) {
    String quantity = rule.quantity();
    return quantity == null
        ? Optional.empty()
        : Arrays.stream(values()).filter(one -> quantity.endsWith(" " + one.name())).findFirst();
  }
}
