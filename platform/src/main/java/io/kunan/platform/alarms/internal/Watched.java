package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmRule;

/** A rule applied to one tag: the key of an alarm. */
record Watched(AlarmRule rule, int tagId, int assetId) {}
