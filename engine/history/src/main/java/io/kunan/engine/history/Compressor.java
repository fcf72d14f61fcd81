package io.kunan.engine.history;

import io.kunan.engine.history.internal.ExceptionTest;
import io.kunan.engine.history.internal.SwingingDoor;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Applies {@link Compression} to points on their way into history, each tag by its own rule. Keeps
 * the last points of each tag until it knows whether they matter: call {@link #flush} before the
 * end. Points that arrive late pass as they are. For one thread.
 */
public final class Compressor {
  private final IntFunction<Compression> rules;
  private final Map<Integer, Line> lines = new HashMap<>();
  private final PointBatch.Builder out = PointBatch.builder(1024);

  /**
   * @param rules by tag number
   */
  public Compressor(IntFunction<Compression> rules) {
    this.rules = rules;
  }

  /** The points of the batch, and of those held back before, that are worth keeping. */
  public PointBatch take(PointBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      Line line = lines.computeIfAbsent(batch.tag(i), tag -> new Line(tag, rules.apply(tag)));
      line.exception.take(batch.time(i), batch.value(i), batch.quality(i));
    }
    return out.build();
  }

  /** The latest point of each tag, as far as it was held back. */
  public PointBatch flush() {
    for (Line line : lines.values()) {
      line.exception.flush();
      line.door.flush();
    }
    return out.build();
  }

  /**
   * Points that have been held back for their longest time while nothing newer came: a tag that
   * falls silent is not to lack its last point for ever.
   *
   * @param now microseconds UTC
   */
  public PointBatch flushOverdue(long now) {
    for (Line line : lines.values()) {
      line.exception.flushUntil(now - line.longest);
      line.door.flushUntil(now - line.longest);
    }
    return out.build();
  }

  /** The point of a tag that was held back; its next point begins anew, by the rule it has then. */
  public PointBatch forget(int tag) {
    Line line = lines.remove(tag);
    if (line != null) {
      line.exception.flush();
      line.door.flush();
    }
    return out.build();
  }

  private final class Line {
    final SwingingDoor door;
    final ExceptionTest exception;
    final long longest;

    Line(int tag, Compression rule) {
      longest = Micros.of(rule.door().longest());
      door =
          new SwingingDoor(
              rule.door(),
              rule.step(),
              (time, value, quality) -> out.add(tag, time, value, quality));
      exception = new ExceptionTest(rule.exception(), door);
    }
  }
}
