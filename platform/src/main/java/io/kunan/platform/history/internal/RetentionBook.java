package io.kunan.platform.history.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.history.Retention;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.web.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the history keeps what, by class of tag. */
@Component
public class RetentionBook {
  private static final int MOST_DAYS = 100 * 366;

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final History history;
  private final SiteAccess sites;
  private final AuditTrail audit;
  private final Clock clock;

  RetentionBook(
      JdbcClient database,
      TransactionTemplate transaction,
      History history,
      SiteAccess sites,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.transaction = transaction;
    this.history = history;
    this.sites = sites;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A class of tags.
   *
   * @param name as tags name it
   * @param tags how many do
   * @param pointDays days points are kept; null for ever
   * @param rollupDays days one-minute roll-ups are kept; null for ever
   */
  public record Kept(
      String name, long tags, @Nullable Integer pointDays, @Nullable Integer rollupDays) {}

  /**
   * The classes that the tags a person may see name; to who sees all, also those that none does.
   */
  public List<Kept> list(Caller person) {
    Map<String, Long> tags =
        sites.tags(person).stream()
            .map(tag -> tag.traits().retentionClass())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Map<String, Kept> classes = new TreeMap<>();
    tags.forEach((name, count) -> classes.put(name, new Kept(name, count, null, null)));
    for (Kept set : stored()) {
      long count = tags.getOrDefault(set.name(), 0L);
      if (count > 0 || person.seesAllSites()) {
        classes.put(set.name(), new Kept(set.name(), count, set.pointDays(), set.rollupDays()));
      }
    }
    return List.copyOf(classes.values());
  }

  /** Sets the limits of a class; what is older goes with the next upkeep. */
  @Transactional
  public void set(String name, @Nullable Integer pointDays, @Nullable Integer rollupDays) {
    check("pointDays", pointDays);
    check("rollupDays", rollupDays);
    database
        .sql(
            """
            insert into history.retention values (:class, :points, :rollups)
            on conflict (class) do update
              set point_days = excluded.point_days, rollup_days = excluded.rollup_days
            """)
        .param("class", name)
        .param("points", pointDays, java.sql.Types.INTEGER)
        .param("rollups", rollupDays, java.sql.Types.INTEGER)
        .update();
    audit.record("RETENTION_SET", "class " + name, new Kept(name, 0, pointDays, rollupDays));
  }

  private static void check(String field, @Nullable Integer days) {
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new InputException(
          field,
          "is " + days,
          "give 1 to %d days, or nothing to keep for ever".formatted(MOST_DAYS));
    }
  }

  /**
   * Removes what is older than its class allows.
   *
   * @return points removed
   */
  long apply() {
    Map<String, Duration> points = new HashMap<>();
    Map<String, Duration> rollups = new HashMap<>();
    for (Kept set : stored()) {
      put(points, set.name(), set.pointDays());
      put(rollups, set.name(), set.rollupDays());
    }
    if (points.isEmpty() && rollups.isEmpty()) {
      return 0;
    }
    long removed = history.maintenance().retain(new Retention(points, rollups), clock.instant());
    if (removed > 0) {
      transaction.executeWithoutResult(
          _ -> audit.record("POINTS_EXPIRED", "history", Map.of("points", removed)));
    }
    return removed;
  }

  private static void put(Map<String, Duration> limits, String name, @Nullable Integer days) {
    if (days != null) {
      limits.put(name, Duration.ofDays(days));
    }
  }

  private List<Kept> stored() {
    return database
        .sql("select class, point_days, rollup_days from history.retention order by class")
        .query(
            (row, _) ->
                new Kept(
                    row.getString("class"),
                    0,
                    row.getObject("point_days", Integer.class),
                    row.getObject("rollup_days", Integer.class)))
        .list();
  }
}
