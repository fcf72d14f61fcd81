package io.kunan.engine.stream.internal.local;

import java.util.Arrays;

/**
 * Event time of a group. It never goes back.
 *
 * <p>Live, each tag moves it no further than the tag itself is known: to its newest point, or to
 * the clock less the delay with which its points last came. A tag unheard for as long as the
 * patience holds nobody back, and when all are silent nobody moves it: what a cut connection kept
 * and delivers at once is not late. The first points after a silence of all wait for those of other
 * tags beside them. Without a clock, as in a replay, points come in order and the newest counts.
 */
final class EventTime {
  private static final int SETTLING_TICKS = 2;
  private static final long NONE = Long.MAX_VALUE;

  /** A tag that moves event time. */
  private static final class Source {
    private long newest = Instance.BEGINNING;
    private long oldestHeard = NONE;
    private long delay;
    private long heardAt;
    private boolean active;

    void tick(long clock, long patience) {
      if (oldestHeard != NONE) {
        delay = clock - oldestHeard;
        oldestHeard = NONE;
        heardAt = clock;
        active = true;
      } else if (active && clock - heardAt >= patience) {
        active = false;
      }
    }

    long known(long clock) {
      return Math.max(newest, clock - delay);
    }
  }

  private Source[] sources = {};
  private long reached = Instance.BEGINNING;
  private long newest = Instance.BEGINNING;
  private long clock = Instance.BEGINNING;
  private long heardAt = Instance.BEGINNING;
  private boolean anyActive;
  private int settling;

  /** Adds a tag and gives its number. */
  int addSource() {
    sources = Arrays.copyOf(sources, sources.length + 1);
    sources[sources.length - 1] = new Source();
    return sources.length - 1;
  }

  /** A point of a tag. */
  void point(int number, long time) {
    if (clock != Instance.BEGINNING && !anyActive && settling == 0) {
      settling = SETTLING_TICKS;
    }
    Source source = sources[number];
    source.newest = Math.max(source.newest, time);
    source.oldestHeard = Math.min(source.oldestHeard, time);
    newest = Math.max(newest, time);
  }

  /** Event time; {@link Instance#BEGINNING} before the first point. */
  long now() {
    if (settling == 0) {
      long time = newest;
      for (int i = 0; anyActive && i < sources.length; i++) {
        if (sources[i].active) {
          time = Math.min(time, sources[i].known(clock));
        }
      }
      reached = Math.max(reached, time);
    }
    return reached;
  }

  /** The newest point, or what was reached beyond it. */
  long newest() {
    return Math.max(newest, reached);
  }

  /** Event time has reached this instant, whatever points say. */
  void reach(long time) {
    reached = Math.max(reached, time);
  }

  /** The clock moved on. */
  void tick(long now, long patience) {
    boolean heard = clock == Instance.BEGINNING;
    clock = now;
    anyActive = false;
    for (Source source : sources) {
      heard |= source.oldestHeard != NONE;
      source.tick(now, patience);
      anyActive |= source.active;
    }
    heardAt = heard ? now : heardAt;
    settling = Math.max(0, settling - 1);
  }

  /** Whether no tag was heard for as long as the patience. */
  boolean isQuiet(long patience) {
    return clock - heardAt >= patience;
  }
}
