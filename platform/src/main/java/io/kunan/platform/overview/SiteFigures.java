package io.kunan.platform.overview;

import io.kunan.kernel.AssetId;
import java.util.List;
import java.util.Map;

/** What a scenario tells of a plant on the group's overview; offered as a bean. */
public interface SiteFigures {
  /** Figures of the plant by code, such as {@code current} in kA; empty for plants it knows not. */
  Map<String, Double> figures(AssetId plant);

  /** The plant's main figure over the last 24 hours, hour by hour; NaN where it is not known. */
  List<Double> course(AssetId plant);
}
