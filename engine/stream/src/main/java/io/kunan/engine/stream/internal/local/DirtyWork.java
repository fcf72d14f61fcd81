package io.kunan.engine.stream.internal.local;

import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.StreamOutput;
import io.kunan.engine.stream.internal.operation.Planned;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TimeRange;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works out anew what late points made dirty: a private copy of the group starts from a state that
 * is old enough, sees the points that count now in their order, and hands what it remembers to the
 * group that runs.
 *
 * @param states older states, the newest first
 * @param beginning where the work begins when no state is old enough
 */
public record DirtyWork(
    PointSource history,
    List<StateFile> states,
    long beginning,
    ToIntFunction<String> tagNumber,
    LongSupplier position,
    StreamOutput output) {

  /** A group that waits for its past. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(
      Group group, List<Planned> plans, long from, long newest, long[] watermarks) {}

  /**
   * Works on the dirty groups of a shard.
   *
   * @return how many
   */
  public int run(Shard shard, Progress progress) throws InterruptedException {
    List<Group> dirty =
        shard
            .ask(
                loop ->
                    loop.groups().stream()
                        .filter(group -> group.dirtyFrom() != Group.CLEAN)
                        .toList())
            .join();
    int done = 0;
    for (Group group : dirty) {
      if (!progress.report(done, dirty.size(), "work out late points")) {
        break;
      }
      Waiting waiting = shard.ask(_ -> suspend(group)).join();
      boolean whole = false;
      try {
        Group fresh = workOut(waiting, progress);
        if (fresh != null) {
          shard.ask(_ -> adopt(waiting, fresh)).join();
          whole = true;
          done++;
        }
      } finally {
        if (!whole) {
          shard.ask(_ -> giveUp(waiting)).join();
        }
      }
    }
    return done;
  }

  private static Waiting suspend(Group group) {
    long from = group.suspend();
    List<Planned> plans = group.instances().stream().map(Instance::plan).toList();
    return new Waiting(group, plans, from, group.now(), group.watermarks());
  }

  private boolean adopt(Waiting waiting, Group fresh) {
    waiting.group.adopt(fresh, waiting.from, position.getAsLong());
    waiting.group.resume();
    return true;
  }

  private static boolean giveUp(Waiting waiting) {
    waiting.group.dirty(waiting.from);
    waiting.group.resume();
    return true;
  }

  private @Nullable Group workOut(Waiting waiting, Progress progress) {
    KeyedLoop loop = new KeyedLoop(List.of(waiting.plans), tagNumber);
    Group group = loop.groups().getFirst();
    long start = beginning;
    for (StateFile state : states) {
      if (state.isBefore(waiting.group, waiting.from)) {
        state.restore(group);
        start = group.earliest() == Instance.BEGINNING ? beginning : group.earliest() + 1;
        break;
      }
    }
    TimeRange said = new TimeRange(waiting.from, Math.max(waiting.from, waiting.newest) + 1);
    TimeRange read = new TimeRange(Math.min(start, waiting.newest), waiting.newest + 1);
    try (StreamOutput.Revision revision = output.revise(group.keys(), said)) {
      Slices.Read replayed =
          loop.replay(
              history, read, () -> revision.take(since(loop.takeSaid(), said.from())), progress);
      if (!replayed.whole()) {
        return null;
      }
      group.catchUpWith(waiting.watermarks);
      revision.take(since(loop.takeSaid(), said.from()));
      return group;
    }
  }

  private static List<Emission> since(List<Emission> said, long from) {
    return said.stream().filter(one -> one.time() >= from).toList();
  }
}
