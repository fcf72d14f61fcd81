package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.life.TagState;
import java.time.Duration;

/** What is known of one subscribed tag, and how its monitored item is. */
final class TagSlot extends TagState {
  /** Pause before a node that the server refused is tried again: it may come back. */
  static final Duration RETRY = Duration.ofSeconds(60);

  private long confirmedAt;
  private long suspectAt;
  private long askedAt;
  private long retryAt;
  private int recreations;
  private boolean withoutFilter;

  TagSlot(TagNode node, long nowMillis) {
    super(node, nowMillis);
    this.confirmedAt = nowMillis;
  }

  /** A value came by subscription. */
  @Override
  public synchronized void heard(long nowMillis) {
    super.heard(nowMillis);
    confirmedAt = nowMillis;
    suspectAt = 0;
    recreations = 0;
  }

  /** Whether nothing has come for so long that the server is to be asked for the value. */
  synchronized boolean isToBeAsked(long nowMillis) {
    return nowMillis - heardAt() > silenceMillis() && nowMillis - askedAt > silenceMillis();
  }

  synchronized void asked(long nowMillis) {
    askedAt = nowMillis;
  }

  /** The server confirms the last value: the plant is quiet, nothing is lost. */
  synchronized void confirmed(long nowMillis) {
    confirmedAt = nowMillis;
    suspectAt = 0;
    refused(null);
  }

  /** The server has a newer value than the subscription told. */
  synchronized void suspected(long nowMillis) {
    confirmedAt = nowMillis;
    suspectAt = nowMillis;
    refused(null);
  }

  /**
   * Whether the subscription stayed silent for two seconds after the server showed a newer value.
   */
  synchronized boolean isLost(long nowMillis) {
    return suspectAt > 0 && heardAt() < suspectAt && nowMillis - suspectAt > 2_000;
  }

  /**
   * Notes that the item is made anew.
   *
   * @return times in a row without a value in between
   */
  synchronized int recreated() {
    suspectAt = 0;
    return ++recreations;
  }

  /** The server does not serve this node. */
  synchronized void refused(@Sentence String reason, long nowMillis) {
    refused(reason);
    suspectAt = 0;
    retryAt = nowMillis + RETRY.toMillis();
  }

  synchronized boolean isHeldBack(long nowMillis) {
    return nowMillis < retryAt;
  }

  /** The server cannot filter by time stamp; it is asked without a filter from now on. */
  synchronized void dropFilter() {
    withoutFilter = true;
  }

  synchronized boolean isWithoutFilter() {
    return withoutFilter;
  }

  /** A tag without an expected period is young as long as the server confirms its value. */
  @Override
  public synchronized boolean isStale(long nowMillis) {
    return super.isStale(nowMillis)
        || (node().expectedPeriod() == null
            && nowMillis - Math.max(heardAt(), confirmedAt) > 3 * silenceMillis());
  }
}
