package io.kunan.platform.connect.internal.broker;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.ServerNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a connection over a broker has heard of, whether it feeds tags or not. */
public final class HeardSources implements Overheard {
  /** Beyond this a topic filter is too wide for anybody to choose from. */
  private static final int LARGEST = 50_000;

  private static final int LONGEST_SAMPLE = 100;

  private final Map<String, Heard> sources = new ConcurrentHashMap<>();
  private final RejectedMessages rejected;
  private volatile boolean full;

  public HeardSources(Clock clock) {
    this.rejected = new RejectedMessages(clock);
  }

  /**
   * What is known of a source.
   *
   * @param id name by which it feeds a tag
   * @param path names that lead to it
   * @param refusal why it cannot be a tag, null when it can
   */
  public record Source(
      String id,
      List<String> path,
      String dataType,
      @Nullable String unit,
      @Nullable Double low,
      @Nullable Double high,
      @Sentence @Nullable String refusal) {
    public Source {
      path = List.copyOf(path);
    }
  }

  private static final class Heard {
    final Source source;
    volatile @Nullable Object last;

    Heard(Source source) {
      this.source = source;
    }
  }

  public RejectedMessages rejections() {
    return rejected;
  }

  /** A source was described, as in a birth. */
  public void describe(Source source, @Nullable Object value) {
    Heard known = sources.get(source.id());
    if (known == null || !known.source.equals(source)) {
      if (known == null && isFull(source)) {
        return;
      }
      known = new Heard(source);
      sources.put(source.id(), known);
    }
    known.last = brief(value);
  }

  /** A source told a value; false when it has not been described yet. */
  public boolean hear(String id, @Nullable Object value) {
    Heard known = sources.get(id);
    if (known == null) {
      return false;
    }
    known.last = brief(value);
    return true;
  }

  private static @Nullable Object brief(@Nullable Object value) {
    return value instanceof String text && text.length() > LONGEST_SAMPLE
        ? text.substring(0, LONGEST_SAMPLE) + "…"
        : value;
  }

  private boolean isFull(Source source) {
    if (sources.size() < LARGEST) {
      return false;
    }
    if (!full) {
      full = true;
      rejected.add(
          source.id(),
          "more than %,d sources were heard; the rest is not listed: narrow the topics"
              .formatted(LARGEST),
          "");
    }
    return true;
  }

  @Override
  public List<ServerNode> sources() {
    return sources.values().stream()
        .map(HeardSources::node)
        .sorted(Comparator.comparing(node -> String.join("/", node.path())))
        .toList();
  }

  private static ServerNode node(Heard heard) {
    Source source = heard.source;
    String name = source.path().getLast();
    Object last = heard.last;
    return new ServerNode(
        source.id(),
        name,
        name,
        source.path(),
        true,
        source.dataType(),
        source.unit(),
        source.low(),
        source.high(),
        List.of(),
        last == null ? null : String.valueOf(last),
        source.refusal());
  }

  @Override
  public List<RejectedMessage> rejected() {
    return rejected.list();
  }

  @Override
  public long rejectedCount() {
    return rejected.count();
  }
}
