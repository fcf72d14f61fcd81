package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.LocalRuntime;
import io.kunan.kernel.PointBatch;
import io.kunan.platform.assets.Tag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The jobs of one start of the runtime. */
public final class Running {
  private final LocalRuntime runtime;
  private final Map<Integer, LiveJob> jobs = new HashMap<>();
  private final Map<Integer, List<JobKey>> readers = new HashMap<>();
  private final BitSet inputs = new BitSet();
  private final Set<Integer> switchedOn;
  private volatile List<JobStatus> status = List.of();

  /**
   * @param inputTags measured tags that jobs read
   * @param switchedOn jobs whose results count only from this start on
   */
  Running(
      LocalRuntime runtime, List<LiveJob> all, List<Integer> inputTags, Set<Integer> switchedOn) {
    this.runtime = runtime;
    this.switchedOn = Set.copyOf(switchedOn);
    inputTags.forEach(inputs::set);
    for (LiveJob job : all) {
      jobs.put(job.job().id(), job);
      for (Place place : job.places().values()) {
        for (Tag tag : place.inputs()) {
          readers
              .computeIfAbsent(tag.id().value(), _ -> new ArrayList<>())
              .add(place.key(job.job().id()));
        }
      }
    }
  }

  LocalRuntime runtime() {
    return runtime;
  }

  Map<Integer, LiveJob> jobs() {
    return jobs;
  }

  /** The jobs that read a tag. */
  List<JobKey> readers(int tag) {
    return readers.getOrDefault(tag, List.of());
  }

  /** Whether what the job says counts only from this start on. */
  boolean isSwitchedOn(LiveJob job) {
    return switchedOn.contains(job.job().id());
  }

  /** The points of measured inputs. */
  PointBatch inputsOf(PointBatch batch) {
    PointBatch.Builder wanted = PointBatch.builder(16);
    for (int i = 0; i < batch.size(); i++) {
      if (inputs.get(batch.tag(i))) {
        wanted.add(batch.tag(i), batch.time(i), batch.value(i), batch.quality(i));
      }
    }
    return wanted.size() == batch.size() ? batch : wanted.build();
  }

  /** How the jobs did a moment ago. */
  List<JobStatus> status() {
    return status;
  }

  List<JobStatus> look() throws InterruptedException {
    status = runtime.status();
    return status;
  }
}
