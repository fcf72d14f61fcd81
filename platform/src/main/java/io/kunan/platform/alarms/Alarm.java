package io.kunan.platform.alarms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alarm, from its raising until it is cleared and acknowledged.
 *
 * @param id number of the occurrence
 * @param rule the rule that raised it
 * @param tagId the tag that broke the rule
 * @param assetId the equipment of the tag
 * @param state where it stands
 * @param figure what was measured when it was raised
 * @param limit the limit at that time
 * @param raisedAt time of the point that raised it
 * @param raisedCount how often it came back before it was acknowledged
 * @param clearedAt when it was over, or null
 * @param endedBy why, when the condition was not seen to go away; null when it came back inside
 * @param acknowledgedBy who saw it, or null
 * @param acknowledgedAt when, or null
 * @param shelvedUntil until when it is set aside, or null
 * @param shelvedBy by whom, or null
 * @param shelveReason why, or null
 */
public record Alarm(
    long id,
    AlarmRule rule,
    int tagId,
    int assetId,
    AlarmState state,
    double figure,
    double limit,
    Instant raisedAt,
    int raisedCount,
    @Nullable Instant clearedAt,
    @Nullable AlarmEnd endedBy,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant shelvedUntil,
    @Nullable String shelvedBy,
    @Nullable String shelveReason) {

  /** Whether its condition holds now; one that is over may still wait to be acknowledged. */
  public boolean isStanding() {
    return state == AlarmState.ACTIVE_UNACKED || state == AlarmState.ACTIVE_ACKED;
  }

  /** Whether somebody still has to do something about it. */
  public boolean isOpen() {
    return state != AlarmState.CLEARED;
  }
}
