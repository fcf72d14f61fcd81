package io.kunan.platform.connect.internal.life;

import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.connect.TagNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one tag of a connection. Written by the thread that delivers values and by the
 * thread of the connection, read by whoever asks for health: every write is under its lock.
 */
public class TagState {
  /** Silence of a tag without an expected period that is worth a look. */
  private static final Duration UNDECLARED_SILENCE = Duration.ofSeconds(60);

  private final TagNode node;
  private final long silenceMillis;

  private boolean known;
  private long lastTime;
  private double lastValue = Double.NaN;
  private short quality = Quality.BAD;
  private long heardAt;
  private @Sentence @Nullable String refusal;
  private @Sentence @Nullable String badValue;

  public TagState(TagNode node, long nowMillis) {
    this.node = node;
    Duration period = node.expectedPeriod();
    Duration silence = period == null ? UNDECLARED_SILENCE : TagTraits.staleAfter(period);
    this.silenceMillis = silence.toMillis();
    this.heardAt = nowMillis;
  }

  public final TagNode node() {
    return node;
  }

  protected final long silenceMillis() {
    return silenceMillis;
  }

  /** Whether exactly this was told last, so that it brings nothing new. */
  final synchronized boolean isRepeat(long time, double value, short newQuality) {
    return known
        && time == lastTime
        && newQuality == quality
        && Double.doubleToLongBits(value) == Double.doubleToLongBits(lastValue);
  }

  /** A value came. */
  public synchronized void heard(long nowMillis) {
    heardAt = nowMillis;
    refusal = null;
  }

  /** When a value came last; before the first, when the tag was first wanted. */
  public final synchronized long heardAt() {
    return heardAt;
  }

  /**
   * Keeps the newest value; an older one, told late, does not take its place.
   *
   * @param problem why the value cannot be used, null when it can
   */
  public final synchronized void keep(
      long time, double value, short newQuality, @Sentence @Nullable String problem) {
    if (!known || time >= lastTime) {
      known = true;
      lastTime = time;
      lastValue = value;
      quality = newQuality;
      badValue = problem;
    }
  }

  public final synchronized short lastQuality() {
    return quality;
  }

  /** The other side does not serve this tag, until a value comes. */
  public synchronized void refused(@Sentence @Nullable String reason) {
    refusal = reason;
  }

  /** Notes that nobody knows how the source is, where nothing better is known. */
  public final synchronized void unreachable(@Sentence String reason) {
    if (refusal == null) {
      refusal = reason;
    }
  }

  /** Notes why no value has come yet; nothing where one has. */
  public final synchronized void missing(@Sentence String reason) {
    if (!known) {
      refusal = reason;
    }
  }

  public final synchronized boolean isKnown() {
    return known;
  }

  public final synchronized long lastTime() {
    return lastTime;
  }

  /**
   * Whether the data are older than they should be. A tag without an expected period may be silent
   * as long as the other side does not say that it is gone.
   */
  public synchronized boolean isStale(long nowMillis) {
    return !known
        || refusal != null
        || (node.expectedPeriod() != null && nowMillis - heardAt > silenceMillis);
  }

  public final synchronized TagHealth health(long nowMillis) {
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
