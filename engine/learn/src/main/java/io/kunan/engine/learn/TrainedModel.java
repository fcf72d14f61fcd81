package io.kunan.engine.learn;

import io.kunan.engine.learn.internal.features.Signal;
import io.kunan.engine.learn.internal.forecast.ModelCodec;
import io.kunan.engine.learn.internal.forecast.ModelParts;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.List;

/**
 * A learned forecast: model, feature specification, fingerprint of its data, code version and
 * metrics in one immutable piece, the same bytes whenever it is learned again from the same rows.
 * May be used by several threads.
 */
public final class TrainedModel {
  private final ModelParts parts;

  /**
   * How good the model was inside its training rows, on three spans at their end that it had not
   * seen; the weights of its parts were chosen there, so a back-test is the sterner judge.
   *
   * @param chosen name of the learner, or “blend”
   * @param mae mean absolute error, in the target's unit
   * @param rmse root mean squared error
   * @param meanError mean of target less forecast, for {@link ResidualCusum}
   * @param errorDeviation standard deviation of the errors
   * @param bestBaseline the naive guess with the smallest error there
   * @param baselineMae its mean absolute error
   */
  public record Metrics(
      String chosen,
      double mae,
      double rmse,
      double meanError,
      double errorDeviation,
      String bestBaseline,
      double baselineMae) {}

  TrainedModel(ModelParts parts) {
    this.parts = parts;
  }

  /**
   * The model saved by {@link #toBytes}.
   *
   * @throws InputException when the bytes are no such model
   */
  public static TrainedModel fromBytes(byte[] bytes) {
    return new TrainedModel(ModelCodec.read(bytes));
  }

  /** The whole model: a zip of a readable description and the trees in XGBoost's own format. */
  public byte[] toBytes() {
    return ModelCodec.write(parts);
  }

  public ForecastTask task() {
    return parts.task();
  }

  public DataIdentity data() {
    return parts.data();
  }

  public String codeVersion() {
    return parts.codeVersion();
  }

  public Metrics metrics() {
    return parts.metrics();
  }

  /** The inputs, in the order of {@link #inputsAt}. */
  public List<String> inputs() {
    return parts.features().stream().map(feature -> feature.name(parts.signals())).toList();
  }

  /**
   * How many rows of an asset before the origin a window should hold; fewer leave inputs missing.
   */
  public int historyRows() {
    long delay = parts.signals().stream().mapToLong(Signal::delayMicros).max().orElse(0);
    int back =
        parts.features().stream()
            .mapToInt(feature -> feature.rowsBack(parts.step(), parts.task().horizon()))
            .max()
            .orElse(1);
    return back + (int) Math.ceilDiv(delay, parts.step());
  }

  /**
   * Recent rows in time order, with the columns of the training table.
   *
   * @throws InputException when a column is missing or is of another kind
   */
  public ForecastWindow over(Table window) {
    return new ForecastWindow(parts, window);
  }

  /** The forecast made at the last row of a window; see {@link ForecastWindow}. */
  public Forecast forecast(Table window) {
    return forecast(window, window.rows() - 1);
  }

  /** The forecast made at a row of a window; see {@link ForecastWindow}. */
  public Forecast forecast(Table window, int origin) {
    return over(window).forecasts(origin).getFirst();
  }

  /** The inputs over the training rows, against which recent ones are held. */
  public Drift drift() {
    return parts.drift();
  }

  /**
   * A band that goes on from the last errors of validation. Feed it arrived targets and put it
   * around later forecasts.
   */
  public RollingBand startBand() {
    return new RollingBand(parts.band());
  }
}
