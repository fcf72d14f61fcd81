package io.kunan.platform.alarms;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alarms of this installation and the rules that raise them. */
public interface Alarms {
  /** Those a person must still deal with, the most urgent and newest first. */
  List<Alarm> listOpen();

  /** A page of those wanted. */
  List<Alarm> list(AlarmQuery query);

  /** How many are wanted, on all pages. */
  long count(AlarmQuery query);

  Optional<Alarm> find(long id);

  /** Open alarms a person may see by priority, shelved ones left out. */
  StatusSource.Alarms counts(Caller person);

  /**
   * A person has seen it. Acknowledging again changes nothing.
   *
   * @throws io.kunan.platform.web.Refusal 404 for an unknown alarm
   */
  Alarm acknowledge(long id, String by, @Nullable String comment);

  /** Sets an alarm aside for at most 8 hours. */
  Alarm shelve(long id, Duration time, String by, String reason);

  Alarm unshelve(long id);

  /** The rules there are; retired ones are not among them. */
  List<AlarmRule> rules();

  /** A rule, also one that was retired: its alarms name it. */
  Optional<AlarmRule> findRule(long id);

  /**
   * Stores a new rule (id 0) or changes one, and watches by it at once. Alarms that it watches no
   * longer are over.
   *
   * @throws io.kunan.kernel.InputException when it watches nothing, or changes its kind
   */
  AlarmRule save(AlarmRule rule);

  /**
   * Judges a figure of a model by the rule that watches it; the rule is made when there is none,
   * and people may change its limit or priority or switch it off.
   *
   * @param asset whose page shows the model
   * @param target tag the model forecasts
   * @param name of the model
   * @param figure as {@link ModelCondition} says; 0 when all is well
   */
  void judge(
      ModelCondition condition,
      String modelCode,
      AssetId asset,
      TagId target,
      Text name,
      double figure);

  /**
   * A rule of the streams holds at a tag, or is over; saying it again changes nothing. The rule
   * here follows that of the streams and is made when there is none.
   *
   * @param figure what was compared with the limit when it began to hold; 1 for a free condition
   * @param at time of the point that confirmed it
   */
  void judge(StreamCondition condition, Tag tag, boolean holds, double figure, Instant at);

  /** A rule of the streams no longer runs: what stands of it is over. */
  void end(StreamCondition condition, Instant at);

  /** A rule of the streams is gone: what stands of it is over, what was stays. */
  void forget(StreamCondition condition);

  /** Watches by a rule no longer: what stands of it is over, what was stays readable. */
  void retireRule(long id);
}
