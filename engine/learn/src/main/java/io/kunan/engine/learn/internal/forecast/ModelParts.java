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
 * @param band from which bands go on
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
    RollingBand.State band,
    Envelope envelope,
    List<Integer> envelopeColumns,
    Drift drift) {
  public ModelParts {
    signals = List.copyOf(signals);
    features = List.copyOf(features);
    envelopeColumns = List.copyOf(envelopeColumns);
  }
}
