package io.kunan.platform.connect.internal.broker;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Overheard.RejectedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last messages that could not be used, and how many there were. */
public final class RejectedMessages {
  private static final int KEPT = 100;
  private static final int EXCERPT = 200;

  private final Clock clock;
  private final Deque<RejectedMessage> last = new ArrayDeque<>();
  private long count;

  public RejectedMessages(Clock clock) {
    this.clock = clock;
  }

  public synchronized void add(String topic, @Sentence String reason, String excerpt) {
    count++;
    if (last.size() == KEPT) {
      last.removeLast();
    }
    last.addFirst(new RejectedMessage(clock.instant(), topic, reason, excerpt));
  }

  /** Rejects a message whose payload is text. */
  public void add(BrokerMessage message, @Sentence String reason) {
    byte[] payload = message.payload();
    String text = new String(payload, 0, Math.min(payload.length, EXCERPT), StandardCharsets.UTF_8);
    add(message.topic(), reason, text.replaceAll("\\p{Cntrl}", "·"));
  }

  /** Newest first. */
  public synchronized List<RejectedMessage> list() {
    return new ArrayList<>(last);
  }

  public synchronized long count() {
    return count;
  }
}
