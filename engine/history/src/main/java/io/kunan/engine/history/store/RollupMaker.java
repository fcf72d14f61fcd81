package io.kunan.engine.history.store;

import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;

/** Turns points into {@link MinuteRollups}. Points come by tag, then time, one for each time. */
public final class RollupMaker {
  private final MinuteRollups.Builder out;
  private int tag;
  private boolean step;
  private boolean open;
  private int minute;
  private long start;
  private int firstOffset;
  private double first;
  private int count;
  private int badCount;
  private int goodMicros;
  private int badMicros;
  private double min;
  private double max;
  private double sum;
  private double integral;
  private long lastTime;
  private double last;

  public RollupMaker(MinuteRollups.Builder out) {
    this.out = out;
  }

  /** Ends the tag before and begins another. */
  public void begin(int nextTag, boolean stepping) {
    finish();
    tag = nextTag;
    step = stepping;
  }

  public void add(long time, double value, short quality) {
    double usable = Point.isUsable(value, quality) ? value : Double.NaN;
    if (!open || time >= start + Micros.PER_MINUTE) {
      finish();
      openMinute(time, usable);
    } else {
      join((int) (time - lastTime), usable);
    }
    lastTime = time;
    last = usable;
    if (Double.isNaN(usable)) {
      badCount++;
    } else {
      count++;
      sum += usable;
      min = usable < min || count == 1 ? usable : min;
      max = usable > max || count == 1 ? usable : max;
    }
  }

  /** Writes the minute in hand. */
  public void finish() {
    if (!open) {
      return;
    }
    double mean = goodMicros == 0 ? Double.NaN : integral / goodMicros;
    int lastOffset = (int) (lastTime - start);
    out.add(
        tag,
        minute,
        firstOffset,
        lastOffset,
        count,
        badCount,
        goodMicros,
        badMicros,
        first,
        last,
        min,
        max,
        sum,
        mean);
    open = false;
  }

  private void openMinute(long time, double usable) {
    open = true;
    minute = Math.toIntExact(Math.floorDiv(time, Micros.PER_MINUTE));
    start = minute * Micros.PER_MINUTE;
    firstOffset = (int) (time - start);
    first = usable;
    count = 0;
    badCount = 0;
    goodMicros = 0;
    badMicros = 0;
    min = Double.NaN;
    max = Double.NaN;
    sum = 0;
    integral = 0;
  }

  private void join(int micros, double usable) {
    if (Double.isNaN(last)) {
      badMicros += micros;
    } else {
      goodMicros += micros;
      boolean held = step || Double.isNaN(usable);
      integral += micros * (held ? last : (last + usable) / 2);
    }
  }
}
