package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.DataIdentity;
import io.kunan.engine.learn.Drift;
import io.kunan.engine.learn.Envelope;
import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.RollingBand;
import io.kunan.engine.learn.TrainedModel.Metrics;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.Signal;
import java.util.List;

/**
 * Everything a trained model consists of.
 *
 * @param step usual time from row to row, microseconds
 * @param levels that part the groups of the band
 * @param errors from which a band goes on
 * @param envelopeColumns which features the envelope looks at
 */
public record ModelParts(
    ForecastTask task,
    DataIdentity data,
    String codeVersion,
    Metrics metrics,
    long step,
    List<Signal> signals,
    List<Feature> features,
    Blend blend,
    BandShape shape,
    List<Double> levels,
    long bandMemory,
    List<RollingBand.Miss> errors,
    Envelope envelope,
    List<Integer> envelopeColumns,
    Drift drift) {
  public ModelParts {
    signals = List.copyOf(signals);
    features = List.copyOf(features);
    levels = List.copyOf(levels);
    errors = List.copyOf(errors);
    envelopeColumns = List.copyOf(envelopeColumns);
  }
}
