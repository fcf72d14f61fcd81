package io.kunan.engine.learn;

import io.kunan.engine.learn.Forecast.Contribution;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.FeatureRows;
import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.features.Panel;
import io.kunan.engine.learn.internal.forecast.BandShape;
import io.kunan.engine.learn.internal.forecast.ModelParts;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Recent rows laid before a model: forecasts from any of them, many at once where many are due. Of
 * a pooled table the row says for which asset the forecast is.
 */
public final class ForecastWindow {
  private final ModelParts parts;
  private final Panel panel;
  private final int rows;

  /**
   * @throws InputException when a column is missing or of another kind than in training
   */
  ForecastWindow(ModelParts parts, Table window) {
    if (!window.hasTimes()) {
      throw new InputException("window", "its rows have no time", "give rows with times");
    }
    this.parts = parts;
    this.panel = Panel.of(window, parts.signals(), parts.task(), parts.step());
    this.rows = window.rows();
  }

  /**
   * The forecasts made at some rows of the window, in their order. Later rows are looked at only
   * for columns known ahead.
   */
  public List<Forecast> forecasts(int... origins) {
    if (origins.length == 0) {
      return List.of();
    }
    int[] places = places(origins);
    Matrix x = FeatureRows.rows(panel, parts.features(), places);
    double[][] contributions = parts.blend().contributions(x);
    double[] mid = parts.blend().predict(x);
    BandShape.Reach reach = parts.shape().reach(x, mid);
    RollingBand calibrated = new RollingBand(parts.band());
    List<float[]> inputs = x.list();
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      float[] row = inputs.get(i);
      RollingBand.Band band = calibrated.around(mid[i], reach.low()[i], reach.high()[i]);
      forecasts.add(
          new Forecast(
              panel.targetTime(places[i]),
              band.low(),
              mid[i],
              band.high(),
              reach.low()[i],
              reach.high()[i],
              contributions[i][row.length],
              named(row, contributions[i]),
              parts.envelope().judge(watched(row))));
    }
    return forecasts;
  }

  /** The inputs of the forecast made at a row, for {@link Drift}. */
  public float[] inputsAt(int origin) {
    return FeatureRows.rows(panel, parts.features(), places(new int[] {origin})).cells();
  }

  private int[] places(int[] origins) {
    for (int origin : origins) {
      if (origin < 0 || origin >= rows) {
        throw new InputException(
            "window",
            "row %d of %d cannot be the origin of a forecast".formatted(origin, rows),
            "give an origin among its rows");
      }
    }
    return Arrays.stream(origins).map(panel::rowOf).toArray();
  }

  private float[] watched(float[] row) {
    float[] watched = new float[parts.envelopeColumns().size()];
    for (int i = 0; i < watched.length; i++) {
      watched[i] = row[parts.envelopeColumns().get(i)];
    }
    return watched;
  }

  private List<Contribution> named(float[] row, double[] contributions) {
    List<Contribution> named = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      Feature feature = parts.features().get(i);
      if (contributions[i] != 0) {
        named.add(new Contribution(feature.name(parts.signals()), row[i], contributions[i]));
      }
    }
    named.sort(Comparator.comparingDouble(part -> -Math.abs(part.adds())));
    return named;
  }
}
