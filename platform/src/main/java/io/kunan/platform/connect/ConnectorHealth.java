package io.kunan.platform.connect;

import io.kunan.kernel.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health of a connection, told by its data.
 *
 * @param actual what the connection does
 * @param detail the same in one sentence for people
 * @param tags subscribed tags
 * @param staleTags tags whose data are older than they should be
 * @param rate values a second over the last ten seconds
 * @param newestAgeSeconds age of the newest value of any tag; null before the first
 * @param ageP99Seconds 99 % of the values of the last minute were younger than this, source time to
 *     acknowledgement by the history; null when none came
 * @param received values received since the connection was made
 * @param lost values known to be lost: overflows told by the server, gaps in its messages (one for
 *     each), values refused because the buffer is full
 * @param rejected messages, or values in them, that could not be used; their reasons stand in
 *     {@link Overheard}
 * @param buffered values received but not yet acknowledged by the history, in memory and on disk
 * @param bufferedOnDisk of these, the values on disk
 * @param reconnects times the connection came back
 * @param recreated monitored items made anew after a silent loss
 */
public record ConnectorHealth(
    Actual actual,
    @Sentence String detail,
    int tags,
    int staleTags,
    double rate,
    @Nullable Double newestAgeSeconds,
    @Nullable Double ageP99Seconds,
    long received,
    long lost,
    long rejected,
    long buffered,
    long bufferedOnDisk,
    long reconnects,
    long recreated,
    @Sentence @Nullable String lastError,
    @Nullable Instant lastErrorAt) {

  /** The same, counting other tags: those a person may see. */
  public ConnectorHealth withTags(int count, int stale) {
    return new ConnectorHealth(
        actual,
        detail,
        count,
        stale,
        rate,
        newestAgeSeconds,
        ageP99Seconds,
        received,
        lost,
        rejected,
        buffered,
        bufferedOnDisk,
        reconnects,
        recreated,
        lastError,
        lastErrorAt);
  }

  /** What a connection does. */
  public enum Actual {
    /** A session is active and the tags are subscribed. */
    RUNNING,
    /** The first session since the start is being made. */
    CONNECTING,
    /** The connection failed and is being made again. */
    RETRYING,
    /** Nobody wants it to run. */
    STOPPED
  }
}
