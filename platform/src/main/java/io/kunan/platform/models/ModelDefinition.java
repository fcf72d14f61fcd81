package io.kunan.platform.models;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;

/**
 * What is to be forecast from what. History is cut into rows of equal length; a row is known when
 * its time is over.
 *
 * @param code unique and stable, at most 100 characters
 * @param name shown to people
 * @param asset whose page shows it; people confined to other sites do not see it
 * @param target tag to forecast; of continuous tags the mean over a row, of stepping ones the last
 *     value
 * @param inputs other tags looked at
 * @param every length of a row, whole minutes, at most a day
 * @param horizonRows rows from the forecast to its target, 1…1000
 * @param trainedOver how much history a training looks at
 * @param zone whose clock and weekdays the plant lives by
 * @param seed same seed, data and code: same version
 */
public record ModelDefinition(
    String code,
    Text name,
    AssetId asset,
    TagId target,
    List<TagId> inputs,
    Duration every,
    int horizonRows,
    Duration trainedOver,
    ZoneId zone,
    long seed) {
  private static final int MOST_ROWS_AHEAD = 1000;
  private static final long MOST_ROWS = 200_000;

  public ModelDefinition {
    inputs = List.copyOf(inputs);
    if (code.isBlank() || code.length() > 100) {
      throw new InputException("code", "“%s”".formatted(code), "give 1 to 100 characters");
    }
    if (every.toMinutes() < 1
        || !every.equals(Duration.ofMinutes(every.toMinutes()))
        || every.compareTo(Duration.ofDays(1)) > 0) {
      throw new InputException("every", "is " + every, "give whole minutes, at most a day");
    }
    if (horizonRows < 1 || horizonRows > MOST_ROWS_AHEAD) {
      throw new InputException(
          "horizonRows", "is " + horizonRows, "give 1 to %d rows".formatted(MOST_ROWS_AHEAD));
    }
    long rows = trainedOver.dividedBy(every);
    if (rows < 1 || rows > MOST_ROWS) {
      throw new InputException(
          "trainedOver", "holds %d rows".formatted(rows), "give 1 to %d rows".formatted(MOST_ROWS));
    }
    if (inputs.contains(target) || new HashSet<>(inputs).size() != inputs.size()) {
      throw new InputException(
          "inputs", "name a tag twice, or the target", "name each other tag once");
    }
  }

  /** Time from the forecast to its target. */
  public Duration horizon() {
    return every.multipliedBy(horizonRows);
  }
}
