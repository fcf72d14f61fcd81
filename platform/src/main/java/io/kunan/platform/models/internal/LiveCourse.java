package io.kunan.platform.models.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelMember;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Prediction;
import io.kunan.platform.models.TrainingRecord.TableColumn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays forecasts and what came side by side, one place for each row's time. */
@Component
public class LiveCourse {
  private final HistoryTables tables;
  private final VersionStore versions;
  private final PredictionStore predictions;
  private final Assets assets;
  private final Clock clock;

  LiveCourse(
      HistoryTables tables,
      VersionStore versions,
      PredictionStore predictions,
      Assets assets,
      Clock clock) {
    this.tables = tables;
    this.versions = versions;
    this.predictions = predictions;
    this.assets = assets;
    this.clock = clock;
  }

  /**
   * @param t times, milliseconds UTC; NaN in a column where there is nothing
   * @param latest the forecast for the latest time, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // columns of a chart
  public record Course(
      double[] t,
      double[] predicted,
      double[] low,
      double[] high,
      double[] actual,
      @Nullable Prediction latest) {}

  /** The course of an asset over a span, first instant included, last excluded. */
  public Course of(Model model, AssetId subject, Instant from, Instant to) {
    ModelDefinition definition = model.definition();
    long step = Micros.of(definition.every());
    long first = Math.ceilDiv(Micros.of(from), step) * step;
    int rows = (int) Math.max(0, Math.ceilDiv(Micros.of(to) - first, step));
    double[][] columns = new double[5][rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = (first + row * step) / 1000.0;
    }
    for (int column = 1; column < columns.length; column++) {
      Arrays.fill(columns[column], Double.NaN);
    }
    actuals(definition, subject, first, step, columns[4]);
    Optional<ModelVersion> serving = versions.serving(model.id());
    serving.ifPresent(
        version -> {
          for (Prediction made :
              predictions.list(model.id(), version.version(), subject, from, to)) {
            int row = (int) ((Micros.of(made.timeFor()) - first) / step);
            columns[1][row] = made.mid();
            columns[2][row] = made.low();
            columns[3][row] = made.high();
          }
        });
    return new Course(
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        serving
            .flatMap(one -> predictions.latest(model.id(), one.version(), subject))
            .orElse(null));
  }

  private void actuals(
      ModelDefinition definition, AssetId subject, long first, long step, double[] into) {
    long last = first + (into.length - 1) * step;
    long end = Math.min(last, Math.floorDiv(Micros.of(clock.instant()), step) * step);
    Optional<Tag> target = assets.tags().find(definition.targetOf(subject));
    if (end < first || target.isEmpty()) {
      return;
    }
    Duration span = definition.every().multipliedBy((end - first) / step + 1);
    TagId tag = target.get().id();
    RowSource source =
        new RowSource(
            List.of(new TableColumn(tag.value(), "actual", target.get().step())),
            List.of(new ModelMember(subject, List.of(tag))),
            List.of(),
            false);
    double[] values = HistoryTables.values(tables.rows(source, definition.every(), end, span), 0);
    System.arraycopy(values, 0, into, 0, Math.min(values.length, into.length));
  }
}
