package io.kunan.benchmark.opcua;

import io.kunan.engine.history.History;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ledgers against history, point by point.
 *
 * @param sent different (tag, time) in the ledgers
 * @param received of these, points of the history with the right value
 * @param unexpected points of the history that no ledger names, or with another value
 */
record Comparison(long sent, long received, long unexpected) {

  /** What was sent with one time stamp. */
  private record Moment(int number, BitSet tags) {}

  static Comparison of(List<Path> ledgers, History history, int tags) throws IOException {
    Map<Long, Moment> sent = new HashMap<>();
    for (Path ledger : ledgers) {
      Ledger.read(
          ledger,
          (time, number, told) ->
              sent.computeIfAbsent(time, each -> new Moment(number, new BitSet())).tags().or(told));
    }
    long[] found = new long[2];
    history.scan(
        IntStream.rangeClosed(1, tags).mapToObj(TagId::new).toList(),
        TimeRange.ALL,
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            Moment moment = sent.get(batch.time(i));
            int tag = batch.tag(i);
            boolean right =
                moment != null
                    && moment.tags().get(tag)
                    && Ledger.value(moment.number(), tag) == batch.value(i);
            found[right ? 0 : 1]++;
          }
          return true;
        });
    return new Comparison(
        sent.values().stream().mapToLong(moment -> moment.tags().cardinality()).sum(),
        found[0],
        found[1]);
  }
}
