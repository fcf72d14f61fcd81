package io.kunan.plant.potline.internal;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.InjectedFault;
import io.kunan.plant.potline.LineTruth;
import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.PotHour;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineSettings;
import io.kunan.plant.potline.PotlineStatistics;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.plant.potline.Sampling;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The line in motion: chunks of steps over blocks of pots, samples, events, saving. */
public final class PotlineModel implements AutoCloseable {
  private static final String MAGIC = "kunan-potline-3";
  private static final int LONGEST_CHUNK = 720;
  private static final double POINTS_IN_CHUNK = 400_000;
  private static final long STEP_MICROS = Micros.of(Potline.STEP);

  private final PotlineSettings settings;
  private final PotParameters pot;
  private final Book book = new Book();
  private final PotModel model;
  private final PotSampler sampler;
  private final LineInputs line;
  private final Blocks blocks;
  private final long[] clock;
  private final long[] running;
  private final List<List<PotEvent>> events = new ArrayList<>();

  private PotlineModel(PotlineSettings settings) {
    this.settings = settings;
    pot = PotParameters.read(settings.penaltyScale());
    int count = settings.pots();
    clock = book.longs("clock", 1);
    running = book.longs("running", count);
    var streams = new Streams(book, count, settings.seed());
    model = new PotModel(book, settings, pot, streams, Micros.of(settings.start()));
    sampler =
        new PotSampler(
            model, settings.seed(), settings.disturbance().hasChance(), pot.amperes / 1000);
    line = new LineInputs(book, pot, streams, LONGEST_CHUNK, settings, model.faults);
    blocks = new Blocks(count, settings.threads());
    for (int p = 0; p < count; p++) {
      events.add(new ArrayList<>());
    }
  }

  /** A line at its start. */
  public static PotlineModel start(PotlineSettings settings) {
    var fresh = new PotlineModel(settings);
    fresh.runAll();
    return fresh;
  }

  /** A line from a file. */
  public static PotlineModel restore(Path file, int threads) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(MAGIC)) {
        throw new InputException(
            file.toString(), "is not a potline of this version", "start the line afresh");
      }
      var settings =
          new PotlineSettings(
              in.readInt(),
              in.readLong(),
              Micros.toInstant(in.readLong()),
              in.readDouble(),
              Disturbance.valueOf(in.readUTF()),
              Faults.valueOf(in.readUTF()),
              in.readDouble(),
              threads);
      var restored = new PotlineModel(settings);
      restored.book.read(in);
      return restored;
    } catch (EOFException | UTFDataFormatException e) {
      throw new InputException(
          file.toString(), "ends too early or is not a potline", "start the line afresh", e);
    }
  }

  /** Writes the line to a file. */
  public void save(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      out.writeUTF(MAGIC);
      out.writeInt(settings.pots());
      out.writeLong(settings.seed());
      out.writeLong(Micros.of(settings.start()));
      out.writeDouble(settings.perturbPercent());
      out.writeUTF(settings.disturbance().name());
      out.writeUTF(settings.faults().name());
      out.writeDouble(settings.penaltyScale());
      book.write(out);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  public PotlineSettings settings() {
    return settings;
  }

  /** Time up to which the line has run, µs since 1970. */
  public long nowMicros() {
    return Micros.of(settings.start()) + clock[0] * STEP_MICROS;
  }

  /** Freezes all but some pots. */
  public void runOnly(List<Integer> places) {
    for (int p = 0; p < settings.pots(); p++) {
      running[p] = places.contains(p) ? 1 : 0;
    }
  }

  /** Starts the frozen pots now; at a full minute, so that all keep the same minutes. */
  public void runAll() {
    if (clock[0] % CellSignals.STEPS_PER_MINUTE != 0) {
      throw new IllegalStateException("pots can start at a full minute only");
    }
    for (int p = 0; p < settings.pots(); p++) {
      if (running[p] == 0) {
        running[p] = 1;
        model.start(p, clock[0]);
      }
    }
  }

  /** Runs to a time, µs since 1970. */
  public void advance(
      long untilMicros, List<Sampling> samplings, PointSink points, Consumer<PotEvent> told) {
    List<SampleBuffer> buffers = new ArrayList<>();
    double perStep = 1;
    for (Sampling sampling : samplings) {
      var buffer = new SampleBuffer(sampling, settings.pots());
      buffers.add(buffer);
      perStep += buffer.pointsPerStep();
    }
    int most = (int) Math.max(1, Math.min(LONGEST_CHUNK, POINTS_IN_CHUNK / perStep));
    long last = Math.floorDiv(untilMicros - Micros.of(settings.start()), STEP_MICROS);
    boolean wanted = true;
    while (wanted && clock[0] < last) {
      long toHour = LONGEST_CHUNK - clock[0] % LONGEST_CHUNK;
      int steps = (int) Math.min(Math.min(most, toHour), last - clock[0]);
      chunk(steps, buffers);
      tell(told);
      for (SampleBuffer buffer : buffers) {
        PointBatch batch = buffer.batch();
        wanted &= batch.isEmpty() || points.accept(batch);
      }
    }
  }

  private void chunk(int steps, List<SampleBuffer> buffers) {
    line.look(clock[0]);
    line.prepare(clock[0], steps);
    long from = nowMicros();
    for (SampleBuffer buffer : buffers) {
      buffer.open(from, from + steps * STEP_MICROS);
    }
    boolean small = (long) steps * settings.pots() < 20_000;
    blocks.each(small, p -> potChunk(p, steps, buffers));
    for (SampleBuffer buffer : buffers) {
      buffer.closeLine(line);
    }
    clock[0] += steps;
  }

  private void potChunk(int p, int steps, List<SampleBuffer> buffers) {
    if (running[p] == 0) {
      buffers.forEach(buffer -> buffer.writeAbsent(p));
      return;
    }
    AluminaBatch batch = line.batch();
    List<PotEvent> out = events.get(p);
    for (int k = 1; k <= steps; k++) {
      long step = clock[0] + k;
      model.advance(p, step, line.amperes(k), batch, out);
      for (SampleBuffer buffer : buffers) {
        buffer.write(sampler, p, k, step, line.amperes(k - 1), line.amperes(k));
      }
    }
  }

  private void tell(Consumer<PotEvent> told) {
    List<PotEvent> all = new ArrayList<>();
    for (List<PotEvent> ofPot : events) {
      all.addAll(ofPot);
      ofPot.clear();
    }
    all.sort(
        Comparator.comparingLong(
                (PotEvent e) -> e.endMicros() == null ? e.startMicros() : e.endMicros())
            .thenComparingInt(PotEvent::pot));
    all.forEach(told);
  }

  /** What came of the time since the start. */
  public PotlineStatistics statistics() {
    return LineStatistics.of(model, settings.pots(), clock[0]);
  }

  /** What a pot has published since it was asked before. */
  public PotHour publish(int place) {
    return model.published.close(place, step -> Micros.of(settings.start()) + step * STEP_MICROS);
  }

  /** Soda of the last analysed batch of alumina, kg/kg. */
  public double sodaAnalysed() {
    return line.sodaAnalysed();
  }

  /** True while nothing can be read from or written to a pot's controller. */
  public boolean silent(int place) {
    return model.incidents.silent(place);
  }

  /** Hands set-points to a pot's controller. */
  public boolean setPoints(int place, double dose, double tapKg, double volts, double hours) {
    return model.setPoints.take(place, clock[0], dose, tapKg, volts, hours);
  }

  /** Begins to count the true figures anew. */
  public void beginTruth() {
    for (int p = 0; p < settings.pots(); p++) {
      model.truth.start(p);
    }
  }

  /** The faults that were injected since the very start of this run. */
  public List<InjectedFault> injected() {
    return model.faults.all();
  }

  /** The true figures since then. */
  public LineTruth truth() {
    return model.truth.figures();
  }

  /** The hands of people on the line. */
  public Potline.Operations operations() {
    return new LineOperations(pot, model, line, () -> clock[0], events);
  }

  /** Name of the line, for messages. */
  @Override
  public String toString() {
    return PotlineTags.LINE + " with " + settings.pots() + " pots";
  }

  @Override
  public void close() {
    blocks.close();
  }
}
