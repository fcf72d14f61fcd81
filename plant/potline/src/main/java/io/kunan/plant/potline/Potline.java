package io.kunan.plant.potline;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.Progress;
import io.kunan.plant.potline.internal.PotlineModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A virtual potline that can be run from its start to any later time, written down as it goes,
 * saved, and gone on with. All times are UTC; the line moves in steps of five seconds.
 *
 * <p>Not safe for several threads at once; inside, blocks of pots run in parallel.
 */
public final class Potline implements AutoCloseable {
  /** Length of a step. */
  public static final Duration STEP = Duration.ofSeconds(5);

  private static final Instant RUN_START = Instant.parse("2026-01-01T00:00:00Z");
  private static final double MOST_DAYS = 3650;

  private final PotlineSettings settings;
  private final PotlineModel model;

  private Potline(PotlineSettings settings, PotlineModel model) {
    this.settings = settings;
    this.model = model;
  }

  /** A line whose pots all stand at their own balanced nominal point. */
  public static Potline start(PotlineSettings settings) {
    return new Potline(settings, PotlineModel.start(settings));
  }

  /**
   * A line as it was saved.
   *
   * @param threads that work on it from now on
   * @throws io.kunan.kernel.InputException when the file is not one of this version
   * @throws IOException when it cannot be read
   */
  public static Potline restore(Path file, int threads) throws IOException {
    PotlineModel model = PotlineModel.restore(file, threads);
    return new Potline(model.settings(), model);
  }

  /**
   * Runs a usual line from its start without writing anything down.
   *
   * @param pots 1 to 1,000
   * @param days above 0, at most 3,650
   * @param seed of every random stream
   * @param progress told after each hour of the line; may stop the run
   */
  public static PotlineStatistics run(int pots, double days, long seed, Progress progress) {
    if (!(days > 0 && days <= MOST_DAYS)) {
      throw new InputException("days", Double.toString(days), "give more than 0, at most 3650");
    }
    long began = System.nanoTime();
    long hours = (long) Math.ceil(days * 24);
    Instant end = RUN_START.plusSeconds(Math.round(days * 86_400));
    try (Potline line = start(PotlineSettings.usual(pots, seed, RUN_START))) {
      boolean on = true;
      for (long hour = 1; hour <= hours && on; hour++) {
        Instant until = RUN_START.plus(Duration.ofHours(hour));
        line.advance(until.isBefore(end) ? until : end);
        on = progress.report(hour, hours, "hours of the line");
      }
      return line.statistics().withSeconds((System.nanoTime() - began) / 1e9);
    }
  }

  /** Writes the whole state to a file, replacing it in one move. */
  public void save(Path file) throws IOException {
    model.save(file);
  }

  public PotlineSettings settings() {
    return settings;
  }

  /** Every tag of the line; its place in the list is its number here. */
  public List<TagDescription> tags() {
    return PotlineTags.of(settings.pots());
  }

  /** Time up to which the line has run. */
  public Instant now() {
    return Micros.toInstant(model.nowMicros());
  }

  /** Runs to a time, rounded down to a step, and writes nothing down. */
  public void advance(Instant until) {
    advance(until, List.of(), batch -> true, event -> {});
  }

  /**
   * Runs to a time, rounded down to a step.
   *
   * @param samplings what is written down; the points of a chunk of steps come as one batch for
   *     each of them, ordered by tag, then time
   * @param points takes the batches; the line stops after the chunk in which it answers false
   * @param events takes what happened, in order of time within a chunk
   */
  public void advance(
      Instant until, List<Sampling> samplings, PointSink points, Consumer<PotEvent> events) {
    model.advance(Micros.of(until), samplings, points, events);
  }

  /**
   * Lets only some pots run and freezes the others, which start afresh at the time when {@link
   * #runAll} is called. For a long history of a few pots before the short one of all.
   *
   * @param places of the pots in the line, from 0
   */
  public void runOnly(List<Integer> places) {
    model.runOnly(places);
  }

  /** Starts the pots that were frozen at their nominal point now. */
  public void runAll() {
    model.runAll();
  }

  /** What came of the time since the start. */
  public PotlineStatistics statistics() {
    return model.statistics();
  }

  /**
   * What a pot's controller, crew and laboratory have published since this was asked before; ask
   * once an hour.
   *
   * @param place of the pot in the line, from 0
   */
  public PotHour publish(int place) {
    return model.publish(place);
  }

  /** Soda of the last analysed batch of alumina, kg/kg; the analysis is a day late. */
  public double sodaAnalysed() {
    return model.sodaAnalysed();
  }

  /** True while nothing can be read from or written to a pot's controller. */
  public boolean silent(int place) {
    return model.silent(place);
  }

  /**
   * Hands set-points to a pot's controller, which checks each against its own limits and holds them
   * for a time; not renewed, the pot's own control decides again.
   *
   * @param place of the pot in the line, from 0
   * @param doseKgPerDay AlF3
   * @param tapKg weight of the taps that come
   * @param volts offset of the set voltage at nominal current, V
   * @param hours to hold them
   * @return false when the controller refused one of them
   */
  public boolean setPoints(
      int place, double doseKgPerDay, double tapKg, double volts, double hours) {
    return model.setPoints(place, doseKgPerDay, tapKg, volts, hours);
  }

  /** Begins to count the true figures anew, at the end of a warm-up. */
  public void beginTruth() {
    model.beginTruth();
  }

  /** The true figures of the line since {@link #beginTruth}. */
  public LineTruth truth() {
    return model.truth();
  }

  /** The faults that were injected since the line was started or restored. */
  public List<InjectedFault> injected() {
    return model.injected();
  }

  /** The hands of people on the line, for training and tests. */
  public Operations operations() {
    return model.operations();
  }

  @Override
  public void close() {
    model.close();
  }

  /** What people can do to the line. Takes effect at the next step. Places of pots count from 0. */
  public interface Operations {
    /** Sets the line current, kA. */
    void lineCurrent(double kiloamperes);

    /** Blocks feeders (1 to 6) of a pot for some time. */
    void blockFeeders(int place, int feeders, Duration time);

    /** Lets the measured voltage of a pot stand still for some time. */
    void freezeVoltage(int place, Duration time);

    /** Taps metal now, kg, besides the plan. */
    void tap(int place, double kg);

    /** Fixes the AlF3 dose, kg/d; NaN gives it back to the pot's control. */
    void alF3Dose(int place, double kgPerDay);

    /** Shifts the set voltage of a pot by volts at nominal current. */
    void shiftSetVoltage(int place, double volts);

    /** Allows or forbids taps of bath. */
    void bathTaps(int place, boolean allowed);

    /** Changes an anode now. */
    void changeAnode(int place);

    /** Puts off anode changes until one is asked for. */
    void holdAnodes(int place);

    /** The true state of a pot, which no instrument shows. */
    Truth truth(int place);
  }

  /**
   * The true state of a pot.
   *
   * @param celsius bath temperature
   * @param liquidus °C
   * @param alumina dissolved, wt%
   * @param excessAlF3 wt%
   * @param bathKg mass of bath
   * @param metalKg mass of metal
   * @param sludgeKg alumina on the bottom
   * @param ledgeCm thickness of the side ledge
   * @param distanceCm anode to cathode
   * @param volts without noise
   * @param currentEfficiency fraction
   * @param feedKgPerSecond set by the pot controller
   * @param alF3PerDay dose, kg/d
   */
  public record Truth(
      double celsius,
      double liquidus,
      double alumina,
      double excessAlF3,
      double bathKg,
      double metalKg,
      double sludgeKg,
      double ledgeCm,
      double distanceCm,
      double volts,
      double currentEfficiency,
      double feedKgPerSecond,
      double alF3PerDay) {}
}
