package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.connect.TagNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one subscribed tag. Written by the thread that delivers notifications and by the
 * thread of the connection, read by whoever asks for health: every write is under the slot's lock.
 */
final class TagSlot {
  /** Silence of a tag without an expected period after which the server is asked for its value. */
  private static final Duration UNDECLARED_SILENCE = Duration.ofSeconds(60);

  /** Pause before a node that the server refused is tried again: it may come back. */
  static final Duration RETRY = Duration.ofSeconds(60);

  private final TagNode node;
  private final long silenceMillis;

  private boolean known;
  private long lastTime;
  private double lastValue = Double.NaN;
  private short quality = Quality.BAD;
  private long heardAt;
  private long confirmedAt;
  private long suspectAt;
  private long askedAt;
  private long retryAt;
  private int recreations;
  private boolean withoutFilter;
  private @Sentence @Nullable String refusal;
  private @Sentence @Nullable String badValue;

  TagSlot(TagNode node, long nowMillis) {
    this.node = node;
    Duration period = node.expectedPeriod();
    Duration silence = period == null ? UNDECLARED_SILENCE : TagTraits.staleAfter(period);
    this.silenceMillis = silence.toMillis();
    this.heardAt = nowMillis;
    this.confirmedAt = nowMillis;
  }

  TagNode node() {
    return node;
  }

  /** Whether exactly this was told last, so that it brings nothing new. */
  synchronized boolean isRepeat(long time, double value, short newQuality) {
    return known
        && time == lastTime
        && newQuality == quality
        && Double.doubleToLongBits(value) == Double.doubleToLongBits(lastValue);
  }

  /** A value came by subscription. */
  synchronized void heard(long nowMillis) {
    heardAt = nowMillis;
    confirmedAt = nowMillis;
    suspectAt = 0;
    recreations = 0;
    refusal = null;
  }

  /**
   * Keeps the newest value; an older one, told late, does not take its place.
   *
   * @param problem why the value cannot be used, null when it can
   */
  synchronized void keep(
      long time, double value, short newQuality, @Sentence @Nullable String problem) {
    if (!known || time >= lastTime) {
      known = true;
      lastTime = time;
      lastValue = value;
      quality = newQuality;
      badValue = problem;
    }
  }

  /** Whether nothing has come for so long that the server is to be asked for the value. */
  synchronized boolean isToBeAsked(long nowMillis) {
    return nowMillis - heardAt > silenceMillis && nowMillis - askedAt > silenceMillis;
  }

  synchronized void asked(long nowMillis) {
    askedAt = nowMillis;
  }

  /** The server confirms the last value: the plant is quiet, nothing is lost. */
  synchronized void confirmed(long nowMillis) {
    confirmedAt = nowMillis;
    suspectAt = 0;
    refusal = null;
  }

  /** The server has a newer value than the subscription told. */
  synchronized void suspected(long nowMillis) {
    confirmedAt = nowMillis;
    suspectAt = nowMillis;
    refusal = null;
  }

  /**
   * Whether the subscription stayed silent for two seconds after the server showed a newer value.
   */
  synchronized boolean isLost(long nowMillis) {
    return suspectAt > 0 && heardAt < suspectAt && nowMillis - suspectAt > 2_000;
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
    refusal = reason;
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

  synchronized boolean isKnown() {
    return known;
  }

  synchronized long lastTime() {
    return lastTime;
  }

  synchronized boolean isStale(long nowMillis) {
    if (!known || refusal != null) {
      return true;
    }
    return node.expectedPeriod() == null
        ? nowMillis - Math.max(heardAt, confirmedAt) > 3 * silenceMillis
        : nowMillis - heardAt > silenceMillis;
  }

  synchronized TagHealth health(long nowMillis) {
    return new TagHealth(
        node.tag(),
        node.nodeId(),
        known ? lastTime : null,
        lastValue,
        quality,
        isStale(nowMillis),
        refusal != null ? refusal : badValue);
  }
}
