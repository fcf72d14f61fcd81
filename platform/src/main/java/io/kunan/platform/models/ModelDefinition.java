package io.kunan.platform.models;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be forecast from what, for one asset or with one model for several like ones. History
 * is cut into rows of equal length; a row is known when its time is over.
 *
 * @param code unique and stable, at most 100 characters
 * @param name shown to people
 * @param asset whose page shows it; people confined to other sites do not see it
 * @param target tag to forecast; of continuous tags the mean over a row, of stepping ones the last
 *     value
 * @param inputs other tags looked at
 * @param members the assets of a pooled model, the first with target and inputs as above; empty for
 *     a model of one asset
 * @param events types of event whose age in hours is looked at too
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
    List<ModelMember> members,
    List<String> events,
    Duration every,
    int horizonRows,
    Duration trainedOver,
    ZoneId zone,
    long seed) {
  private static final int MOST_ROWS_AHEAD = 1000;
  private static final long MOST_ROWS = 200_000;

  public ModelDefinition {
    inputs = List.copyOf(inputs);
    members = List.copyOf(members);
    events = List.copyOf(events);
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
    List<TagId> pattern = tags(target, inputs);
    if ((!members.isEmpty() && !members.getFirst().tags().equals(pattern))
        || members.stream().anyMatch(member -> member.tags().size() != pattern.size())
        || members.stream().map(ModelMember::asset).distinct().count() != members.size()) {
      throw new InputException(
          "members",
          "do not all have target and inputs, or name an asset twice",
          "give each asset once with its %d tags, the model's own first".formatted(pattern.size()));
    }
  }

  /** A model of one asset that looks at no events. */
  public ModelDefinition(
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
    this(
        code,
        name,
        asset,
        target,
        inputs,
        List.of(),
        List.of(),
        every,
        horizonRows,
        trainedOver,
        zone,
        seed);
  }

  /** The target, then the inputs. */
  public List<TagId> tags() {
    return tags(target, inputs);
  }

  private static List<TagId> tags(TagId target, List<TagId> inputs) {
    return Stream.concat(Stream.of(target), inputs.stream()).toList();
  }

  /** The assets forecast for: the members, or the one. */
  public List<AssetId> subjects() {
    return members.isEmpty() ? List.of(asset) : members.stream().map(ModelMember::asset).toList();
  }

  /** The target of one of them. */
  public TagId targetOf(AssetId subject) {
    return members.stream()
        .filter(member -> member.asset().equals(subject))
        .map(ModelMember::target)
        .findFirst()
        .orElse(target);
  }

  /** Time from the forecast to its target. */
  public Duration horizon() {
    return every.multipliedBy(horizonRows);
  }
}
