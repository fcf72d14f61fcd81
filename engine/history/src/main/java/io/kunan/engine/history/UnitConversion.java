package io.kunan.engine.history;

import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSource;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/**
 * Units belong to the question: values are stored in the unit of their tag and converted here, by
 * what {@link io.kunan.kernel.PlantUnits#conversion} gives.
 */
public final class UnitConversion {
  private UnitConversion() {}

  /**
   * Points of a source, each converted by what belongs to its tag.
   *
   * @param conversions by tag number; identity where a tag stays as it is
   */
  public static PointSource of(PointSource source, IntFunction<DoubleUnaryOperator> conversions) {
    return (tags, range, sink) ->
        source.scan(tags, range, batch -> sink.accept(convert(batch, conversions)));
  }

  private static PointBatch convert(
      PointBatch batch, IntFunction<DoubleUnaryOperator> conversions) {
    var out = PointBatch.builder(batch.size());
    int tag = 0;
    DoubleUnaryOperator conversion = DoubleUnaryOperator.identity();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.tag(i) != tag) {
        tag = batch.tag(i);
        conversion = conversions.apply(tag);
      }
      out.add(tag, batch.time(i), conversion.applyAsDouble(batch.value(i)), batch.quality(i));
    }
    return out.build();
  }
}
