package io.kunan.engine.learn;

import io.kunan.engine.learn.Forecast.Contribution;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.FeatureRows;
import io.kunan.engine.learn.internal.features.Frame;
import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.features.Signal;
import io.kunan.engine.learn.internal.forecast.ModelCodec;
import io.kunan.engine.learn.internal.forecast.ModelParts;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A learned forecast: model, feature specification, fingerprint of its data, code version and
 * metrics in one immutable piece, the same bytes whenever it is learned again from the same rows.
 * Forecasts one moment at a time from a window of recent rows; may be used by several threads.
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

  /** How many rows before the origin a window should hold; fewer leave inputs missing. */
  public int historyRows() {
    long delay = parts.signals().stream().mapToLong(Signal::delayMicros).max().orElse(0);
    int back =
        parts.features().stream()
            .mapToInt(feature -> feature.rowsBack(parts.step(), parts.task().horizon()))
            .max()
            .orElse(1);
    return back + (int) Math.ceilDiv(delay, parts.step());
  }

  /** The forecast made at the last row of a window. */
  public Forecast forecast(Table window) {
    return forecast(window, window.rows() - 1);
  }

  /**
   * The forecast made at a row of a window. Rows after it are looked at only for columns known
   * ahead.
   *
   * @param window recent rows in time order, with the columns of the training table
   * @throws InputException when a column is missing or is of another kind
   */
  public Forecast forecast(Table window, int origin) {
    Frame frame = frame(window, origin);
    float[] row = FeatureRows.row(frame, parts.features(), origin);
    Matrix x = new Matrix(row, 1, row.length);
    double[] contributions = parts.blend().contributions(x)[0];
    double[] mid = parts.blend().predict(x);
    var reach = parts.shape().reach(x, mid);
    RollingBand.Band band = startBand().around(mid[0], reach.low()[0], reach.high()[0]);
    return new Forecast(
        frame.targetTime(origin),
        band.low(),
        mid[0],
        band.high(),
        reach.low()[0],
        reach.high()[0],
        contributions[row.length],
        contributions(row, contributions),
        parts.envelope().judge(pick(row)));
  }

  /** The inputs of the forecast made at a row, for {@link #drift}. */
  public float[] inputsAt(Table window, int origin) {
    return FeatureRows.row(frame(window, origin), parts.features(), origin);
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

  private Frame frame(Table window, int origin) {
    if (origin < 0 || origin >= window.rows() || !window.hasTimes()) {
      throw new InputException(
          "window",
          "row %d of %d cannot be the origin of a forecast".formatted(origin, window.rows()),
          "give rows with times and an origin among them");
    }
    return Frame.of(
        window, parts.signals(), parts.task().zone(), parts.step(), parts.task().horizon());
  }

  private float[] pick(float[] row) {
    float[] picked = new float[parts.envelopeColumns().size()];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = row[parts.envelopeColumns().get(i)];
    }
    return picked;
  }

  private List<Contribution> contributions(float[] row, double[] contributions) {
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
