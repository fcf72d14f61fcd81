package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmEnd;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.AlarmState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of what happened. */
record Occurrence(
    long id,
    long ruleId,
    int tagId,
    int assetId,
    int priority,
    double figure,
    double limit,
    Instant raisedAt,
    int raisedCount,
    @Nullable Instant clearedAt,
    @Nullable AlarmEnd endedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant shelvedUntil,
    @Nullable String shelvedBy,
    @Nullable String shelveReason) {

  AlarmState state() {
    boolean cleared = clearedAt != null;
    boolean acknowledged = acknowledgedAt != null;
    if (cleared && acknowledged) {
      return AlarmState.CLEARED;
    }
    if (shelvedUntil != null) {
      return AlarmState.SHELVED;
    }
    if (cleared) {
      return AlarmState.CLEARED_UNACKED;
    }
    return acknowledged ? AlarmState.ACTIVE_ACKED : AlarmState.ACTIVE_UNACKED;
  }

  Alarm toAlarm(AlarmRule rule) {
    return new Alarm(
        id,
        rule,
        tagId,
        assetId,
        state(),
        figure,
        limit,
        raisedAt,
        raisedCount,
        clearedAt,
        endedBy,
        acknowledgedBy,
        acknowledgedAt,
        shelvedUntil,
        shelvedBy,
        shelveReason);
  }

  static Occurrence ofRow(ResultSet row, int number) throws SQLException {
    return new Occurrence(
        row.getLong("id"),
        row.getLong("rule_id"),
        row.getInt("tag_id"),
        row.getInt("asset_id"),
        row.getInt("priority"),
        row.getDouble("figure"),
        row.getDouble("limit_value"),
        row.getTimestamp("raised_at").toInstant(),
        row.getInt("raised_count"),
        instant(row, "cleared_at"),
        end(row.getString("ended_by")),
        instant(row, "acknowledged_at"),
        row.getString("acknowledged_by"),
        instant(row, "shelved_until"),
        row.getString("shelved_by"),
        row.getString("shelve_reason"));
  }

  private static @Nullable AlarmEnd end(@Nullable String name) {
    return name == null ? null : AlarmEnd.valueOf(name);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
