package io.kunan.scenario.potline.core.loop;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.Sample;
import java.util.List;

/**
 * What the line as a whole needs more or less than the mass balance says, kg/d a pot: fluoride that
 * comes back with scrubbed alumina is known too late, bath that is tapped takes some away. Trimmed
 * every three days by what all samples of those days are off; without it a reference sits beside
 * its target and anything beats it.
 */
final class LineTrim {
  private static final long EVERY = 3 * Micros.PER_DAY;
  private static final double START = 7;
  private static final double PER_EXCESS = 6;
  private static final double PER_CELSIUS = 0.5;
  private static final double MOST = 30;
  private static final int LEAST_SAMPLES = 5;

  private final LineTargets targets;
  private double trim = START;
  private long next;

  LineTrim(LineTargets targets) {
    this.targets = targets;
  }

  double kgPerDay() {
    return trim;
  }

  /** Looks once an hour. */
  void look(List<PotMemory> pots, long now) {
    if (next == 0) {
      next = now + EVERY;
    }
    if (now < next) {
      return;
    }
    next = now + EVERY;
    double excess = mean(pots.stream().map(PotMemory::excesses).toList(), now);
    double celsius = mean(pots.stream().map(PotMemory::temperatures).toList(), now);
    if (!Double.isNaN(excess) && !Double.isNaN(celsius)) {
      double change =
          PER_CELSIUS * (celsius - targets.celsius()) - PER_EXCESS * (excess - targets.excess());
      trim = Math.min(MOST, Math.max(-MOST, trim + change));
    }
  }

  private static double mean(List<List<Sample>> ofPots, long now) {
    double[] recent =
        ofPots.stream()
            .flatMap(List::stream)
            .filter(sample -> sample.arrivedMicros() > now - EVERY)
            .mapToDouble(Sample::value)
            .toArray();
    double sum = 0;
    for (double value : recent) {
      sum += value;
    }
    return recent.length < LEAST_SAMPLES ? Double.NaN : sum / recent.length;
  }
}
