package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.engine.stream.operator.OperatorState;
import io.kunan.kernel.TimeRange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Jobs at assets of which one reads what another works out; mostly a single one. They share event
 * time and advance in order, so that a reader sees a result before it goes past its time.
 */
final class Group {
  /** No point came late. */
  static final long CLEAN = Long.MAX_VALUE;

  private static final int MOST_REWORKS = 16;

  /**
   * The past from a time on was worked out anew; states kept up to that position of the input log
   * know it only before that time.
   */
  private record Rework(long from, long position) {}

  private final List<Instance<?>> instances = new ArrayList<>();
  private final List<Rework> reworks = new ArrayList<>();
  private Consumer<Emission> sink;
  private final EventTime time = new EventTime();
  private final Map<String, Integer> sources = new HashMap<>();
  private long dirtyFrom = CLEAN;
  private long late;
  private boolean suspended;
  private boolean touched;

  /**
   * @param plans each after those it reads from
   */
  Group(List<Planned> plans, Consumer<Emission> sink) {
    this.sink = sink;
    for (Planned plan : plans) {
      instances.add(instance(plan, plan.operator()));
    }
  }

  private <S extends OperatorState> Instance<S> instance(Planned plan, Operator<S> operator) {
    return new Instance<>(plan, operator, this);
  }

  List<Instance<?>> instances() {
    return instances;
  }

  Set<JobKey> keys() {
    return instances.stream().map(one -> one.plan().key()).collect(Collectors.toSet());
  }

  void say(Emission emission) {
    sink.accept(emission);
  }

  void sayTo(Consumer<Emission> other) {
    sink = other;
  }

  /** Number of a measured tag among those that move event time. */
  int source(String tag) {
    return sources.computeIfAbsent(tag, _ -> time.addSource());
  }

  /** Takes a point for one of its instances; one beyond the ceiling does not move event time. */
  void offer(Subscription to, long at, double value, short quality, long ceiling) {
    if (!to.instance().offer(to.input(), at, value, quality)) {
      late++;
      dirty(at);
    }
    if (at <= ceiling) {
      time.point(to.source(), at);
    }
  }

  /** Works out what event time allows. */
  void advance() {
    long now = time.now();
    if (!suspended && now != Instance.BEGINNING) {
      for (Instance<?> instance : instances) {
        instance.advance(now - instance.plan().latenessMicros());
      }
    }
  }

  /** Event time has reached this instant whatever points say. */
  void reach(long at) {
    time.reach(at);
    advance();
  }

  /** Works out everything up to a time; no lateness is waited for. */
  void finish(long at) {
    for (Instance<?> instance : instances) {
      instance.advance(at);
    }
    time.reach(at);
  }

  /**
   * The clock moved on. After a silence of all tags the points that wait are worked out, and
   * windows end that are over by the clock, less patience and lateness. Event time goes no further:
   * what was measured meanwhile may still come, and then comes in order.
   */
  void tick(long clock, long patience) {
    time.tick(clock, patience);
    if (suspended || !time.isQuiet(patience)) {
      advance();
    } else if (time.newest() != Instance.BEGINNING) {
      finish(time.newest());
      long due = clock - patience - longestLateness();
      for (long timer = nextTimer(); timer <= due; timer = nextTimer()) {
        finish(timer);
      }
    }
  }

  private long nextTimer() {
    return instances.stream().mapToLong(Instance::nextTimer).min().orElse(Timers.NONE);
  }

  private long longestLateness() {
    return instances.stream().mapToLong(one -> one.plan().latenessMicros()).max().orElse(0);
  }

  /** Marks it as having new points; false when it was marked already. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  void untouch() {
    touched = false;
  }

  long dirtyFrom() {
    return dirtyFrom;
  }

  long late() {
    return late;
  }

  /** Event time up to which an instance is worked out when it has nothing of its own. */
  long watermark(Instance<?> instance) {
    return time.now() - instance.plan().latenessMicros();
  }

  /** Stops working, so that its past can be worked out anew; gives from where. */
  long suspend() {
    suspended = true;
    long from = dirtyFrom;
    dirtyFrom = CLEAN;
    return from;
  }

  void resume() {
    suspended = false;
    advance();
  }

  /** Event time up to which every instance is worked out. */
  long earliest() {
    return instances.stream().mapToLong(Instance::watermark).min().orElseThrow();
  }

  /** Event time. */
  long now() {
    return time.now();
  }

  /** Event time up to which each instance is worked out. */
  long[] watermarks() {
    return instances.stream().mapToLong(Instance::watermark).toArray();
  }

  /** Works each instance out up to its own time, where it is not yet. */
  void catchUpWith(long[] watermarks) {
    for (int i = 0; i < watermarks.length; i++) {
      instances.get(i).advance(watermarks[i]);
    }
  }

  /**
   * The points of a range have changed or are new, and stand where they will be read; those that
   * wait here are among them.
   */
  void invalidate(TimeRange range) {
    dirty(range.from());
    time.reach(range.to() - 1);
    instances.forEach(instance -> instance.forget(range.to()));
  }

  /** From an instant on, what was said may be wrong. */
  void dirty(long from) {
    dirtyFrom = Math.min(dirtyFrom, from);
  }

  /**
   * Takes over what another group, which worked out the same jobs anew, remembers.
   *
   * @param from the time from which the past is new
   * @param position of the input log now
   */
  void adopt(Group other, long from, long position) {
    for (int i = 0; i < instances.size(); i++) {
      instances.get(i).adopt(other.instances.get(i));
    }
    reworks.add(new Rework(from, position));
    if (reworks.size() > MOST_REWORKS) {
      Rework first = reworks.removeFirst();
      Rework second = reworks.removeFirst();
      reworks.addFirst(
          new Rework(Math.min(first.from, second.from), Math.max(first.position, second.position)));
    }
  }

  /** From when on a state kept at a position of the input log is out of date. */
  long reworkedFrom(long position) {
    return reworks.stream()
        .filter(rework -> position <= rework.position)
        .mapToLong(Rework::from)
        .min()
        .orElse(CLEAN);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(time.now());
    out.writeLong(dirtyFrom);
    out.writeLong(late);
    out.writeInt(reworks.size());
    for (Rework rework : reworks) {
      out.writeLong(rework.from);
      out.writeLong(rework.position);
    }
  }

  void read(DataInput in) throws IOException {
    time.reach(in.readLong());
    dirtyFrom = in.readLong();
    late = in.readLong();
    reworks.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      reworks.add(new Rework(in.readLong(), in.readLong()));
    }
  }
}
