package io.kunan.scenario.potline.core.loop;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How much of a line has been moved lately: whatever goes wrong with a controller, it reaches few
 * pots in an hour, and not most of the line in one direction in a day. Moves that add up to too
 * little within a day to matter to the bath count for nothing. In a line too short for the shares
 * one pot may move.
 */
public final class BlastRadius {
  private static final double BELOW = 0.99;

  private final int mostPerHour;
  private final int mostOneWay;
  private final int pots;
  private final double leastDose;
  private final double leastVolts;
  private final double leastFeed;
  private final Deque<Move> moves = new ArrayDeque<>();
  private long now;

  /** Directions of a move: −1, 0 or 1. */
  private record Move(long micros, int dose, int volts, int feed) {
    boolean isNone() {
      return dose == 0 && volts == 0 && feed == 0;
    }
  }

  public BlastRadius(GuardRails rails, int pots) {
    this.pots = pots;
    mostPerHour = most(rails.get("blast.sharePerHour"));
    mostOneWay = most(rails.get("blast.shareOneWay"));
    leastDose = rails.get("blast.leastDose");
    leastVolts = rails.get("blast.leastVolts");
    leastFeed = rails.get("blast.leastFeed");
  }

  private int most(double share) {
    return Math.max(1, (int) Math.floor(share * pots));
  }

  /** Goes on to an instant. */
  public void look(long micros) {
    now = micros;
    moves.removeIf(move -> move.micros() <= now - Micros.PER_DAY);
  }

  /** What the line would have moved with this one. */
  List<Guard> guards(SetPoints to, SetPoints from, GuardRails.Recent recent) {
    Move move = move(to, from, recent);
    if (move.isNone()) {
      return List.of();
    }
    long hour = moves.stream().filter(one -> one.micros() > now - Micros.PER_HOUR).count();
    long dose = moves.stream().filter(one -> one.dose() == move.dose()).count();
    long volts = moves.stream().filter(one -> one.volts() == move.volts()).count();
    List<Guard> guards = new ArrayList<>();
    guards.add(guard("few-at-once", hour, mostPerHour));
    if (move.dose() != 0) {
      guards.add(guard("dose-not-one-way", dose, mostOneWay));
    }
    if (move.volts() != 0) {
      guards.add(guard("volts-not-one-way", volts, mostOneWay));
    }
    return guards;
  }

  /** So much of a move that it does not count. */
  SetPoints small(SetPoints to, SetPoints from, GuardRails.Recent recent) {
    return new SetPoints(
        near(
            to.doseKgPerDay(),
            from.doseKgPerDay(),
            recent.highestDose() - BELOW * leastDose,
            recent.lowestDose() + BELOW * leastDose),
        to.tapKg(),
        near(
            to.setVolts(),
            from.setVolts(),
            recent.highestVolts() - BELOW * leastVolts,
            recent.lowestVolts() + BELOW * leastVolts),
        from.feedShare());
  }

  /** The value nearest to the wanted one that lies from low to high, else what there is. */
  private static double near(double wanted, double present, double low, double high) {
    if (low > high) {
      return present;
    }
    double inside = Math.min(high, Math.max(low, wanted));
    boolean onTheWay = (inside - present) * (wanted - present) >= 0;
    return onTheWay ? inside : present;
  }

  private static Guard guard(String code, long moved, int most) {
    return new Guard(code, moved < most, moved + 1, most, "pots");
  }

  /** Enters a move that was admitted. */
  void enter(SetPoints to, SetPoints from, GuardRails.Recent recent) {
    Move move = move(to, from, recent);
    if (!move.isNone()) {
      moves.add(move);
    }
  }

  /** Small moves within a day add up. */
  private Move move(SetPoints to, SetPoints from, GuardRails.Recent recent) {
    return new Move(
        now,
        way(
            to.doseKgPerDay(),
            from.doseKgPerDay(),
            recent.lowestDose(),
            recent.highestDose(),
            leastDose),
        way(
            to.setVolts(),
            from.setVolts(),
            recent.lowestVolts(),
            recent.highestVolts(),
            leastVolts),
        way(
            to.feedShare(),
            from.feedShare(),
            recent.lowestFeed(),
            recent.highestFeed(),
            leastFeed));
  }

  private static int way(double to, double from, double lowest, double highest, double least) {
    if (to > from) {
      return to - lowest >= least ? 1 : 0;
    }
    return to < from && highest - to >= least ? -1 : 0;
  }
}
