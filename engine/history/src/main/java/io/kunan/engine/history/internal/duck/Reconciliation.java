package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Correction;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.internal.duck.HotTable.Marked;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.engine.history.store.RollupMaker;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the points of a hot table with what was stored before it: what they correct, and the
 * roll-ups of every minute they touch.
 */
final class Reconciliation {
  private final MinuteRollups.Builder rollups = new MinuteRollups.Builder();
  private final RollupMaker maker = new RollupMaker(rollups);
  private final java.util.function.Consumer<Correction> corrections;
  private final IntPredicate stepping;
  private final Map<TagIndex, Remark> remarks = new HashMap<>();

  Reconciliation(
      List<Marked> marks,
      IntPredicate stepping,
      java.util.function.Consumer<Correction> corrections) {
    this.stepping = stepping;
    this.corrections = corrections;
    for (Marked mark : marks) {
      remarks.put(new TagIndex(mark.tag(), mark.index()), mark.remark());
    }
  }

  /**
   * Takes one tag.
   *
   * @param older stored points of the tag in the minutes the head touches; null when there are none
   * @param rolled whether its minutes are rolled up
   */
  void take(Head head, @Nullable Older older, boolean rolled) {
    maker.begin(head.tag, stepping.test(head.tag));
    int[] order = head.order();
    for (int i = 0; i < order.length; ) {
      long time = head.time(order[i]);
      if (older != null) {
        older.before(head.tag, time, rolled ? maker : null);
      }
      if (older != null && older.standsOn(head.tag, time)) {
        compare(head, order[i], older.value(), older.quality());
        older.skip();
      }
      int last = i;
      while (last + 1 < order.length && head.time(order[last + 1]) == time) {
        compare(head, order[last + 1], head.value(order[last]), head.quality(order[last]));
        last++;
      }
      if (rolled) {
        maker.add(time, head.value(order[last]), head.quality(order[last]));
      }
      i = last + 1;
    }
    if (older != null) {
      older.before(head.tag, Long.MAX_VALUE, rolled ? maker : null);
    }
  }

  MinuteRollups rollups() {
    maker.finish();
    return rollups.build();
  }

  private void compare(Head head, int index, double oldValue, short oldQuality) {
    double value = head.value(index);
    short quality = head.quality(index);
    if (Double.compare(value, oldValue) == 0 && quality == oldQuality) {
      return;
    }
    long time = head.time(index);
    Remark remark = remarks.get(new TagIndex(head.tag, index));
    corrections.accept(
        new Correction(
            new TagId(head.tag),
            time,
            oldValue,
            oldQuality,
            value,
            quality,
            head.arrivalOf(index),
            remark == null ? "" : remark.who(),
            remark == null ? "" : remark.why()));
  }

  /** Number of minutes that points of a run touch. */
  static int minutes(Run run) {
    int minutes = 0;
    long end = Long.MIN_VALUE;
    for (int i = run.from(); i < run.to(); i++) {
      if (minutes == 0 || run.times()[i] >= end) {
        minutes++;
        end = (Math.floorDiv(run.times()[i], Micros.PER_MINUTE) + 1) * Micros.PER_MINUTE;
      }
    }
    return minutes;
  }

  private record TagIndex(int tag, int index) {}

  /** Stored points by tag, then time, read once from front to back. */
  static final class Older {
    private final PointCursor cursor;
    private boolean more;

    Older(PointCursor cursor) {
      this.cursor = cursor;
      more = cursor.next();
    }

    /** Passes the points of a tag before a time to the roll-ups. */
    void before(int tag, long time, @Nullable RollupMaker maker) {
      while (more && (cursor.tag < tag || (cursor.tag == tag && cursor.time < time))) {
        if (cursor.tag == tag && maker != null) {
          maker.add(cursor.time, cursor.value, cursor.quality);
        }
        more = cursor.next();
      }
    }

    boolean standsOn(int tag, long time) {
      return more && cursor.tag == tag && cursor.time == time;
    }

    double value() {
      return cursor.value;
    }

    short quality() {
      return cursor.quality;
    }

    void skip() {
      more = cursor.next();
    }
  }
}
