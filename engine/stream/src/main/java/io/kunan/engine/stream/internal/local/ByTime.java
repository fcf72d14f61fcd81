package io.kunan.engine.stream.internal.local;

import io.kunan.kernel.PointBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Turns points that a source gives tag by tag into points by time. */
final class ByTime {
  private static final int BATCH = 4_096;

  /** The points of one tag, or a part of them, still to be given. */
  private static final class Run implements Comparable<Run> {
    private final PointBatch batch;
    private final int end;
    private int at;

    Run(PointBatch batch, int from, int end) {
      this.batch = batch;
      this.at = from;
      this.end = end;
    }

    @Override
    public int compareTo(Run other) {
      int order = Long.compare(batch.time(at), other.batch.time(other.at));
      return order != 0 ? order : Integer.compare(batch.tag(at), other.batch.tag(other.at));
    }
  }

  private ByTime() {}

  /** Gives all points in batches by time, then tag. */
  static void merge(List<PointBatch> batches, Consumer<PointBatch> sink) {
    PriorityQueue<Run> runs = new PriorityQueue<>(runs(batches));
    var out = PointBatch.builder(BATCH);
    while (!runs.isEmpty()) {
      Run run = runs.poll();
      PointBatch from = run.batch;
      out.add(from.tag(run.at), from.time(run.at), from.value(run.at), from.quality(run.at));
      run.at++;
      if (run.at < run.end) {
        runs.add(run);
      }
      if (out.size() == BATCH) {
        sink.accept(out.build());
      }
    }
    if (out.size() > 0) {
      sink.accept(out.build());
    }
  }

  /** Stretches of one tag. */
  private static List<Run> runs(List<PointBatch> batches) {
    List<Run> runs = new ArrayList<>();
    for (PointBatch batch : batches) {
      int start = 0;
      for (int i = 1; i <= batch.size(); i++) {
        if (i == batch.size() || batch.tag(i) != batch.tag(start)) {
          runs.add(new Run(batch, start, i));
          start = i;
        }
      }
    }
    return runs;
  }
}
