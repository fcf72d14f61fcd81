package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmRule;

/** A rule applied to one tag. */
record Watched(AlarmRule rule, int tagId, int assetId) {
  /** What makes it one alarm and no other. */
  record Key(long ruleId, int tagId) {}

  Key key() {
    return new Key(rule.id(), tagId);
  }
}
