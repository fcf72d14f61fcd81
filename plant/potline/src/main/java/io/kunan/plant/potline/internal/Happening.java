package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the events of the line with their times and names. */
final class Happening {
  private final String prefix;
  private final int firstPot;
  private final long startMicros;

  Happening(String prefix, int firstPot, long startMicros) {
    this.prefix = prefix;
    this.firstPot = firstPot;
    this.startMicros = startMicros;
  }

  long micros(long step) {
    return startMicros + step * (long) (PotStep.SECONDS * 1_000_000);
  }

  void begun(List<PotEvent> out, PotEvent.Kind kind, int p, long begin, Map<String, Object> more) {
    out.add(event(kind, p, begin, null, more));
  }

  void ended(
      List<PotEvent> out,
      PotEvent.Kind kind,
      int p,
      long begin,
      long end,
      Map<String, Object> more) {
    out.add(event(kind, p, begin, micros(end), more));
  }

  private PotEvent event(
      PotEvent.Kind kind, int p, long begin, @Nullable Long endMicros, Map<String, Object> more) {
    int pot = firstPot + p;
    long at = micros(begin);
    return new PotEvent(
        "%s.%d-%s-%d".formatted(prefix, pot, kind, at / 1_000_000),
        kind,
        "%s.%d".formatted(prefix, pot),
        pot,
        at,
        endMicros,
        more);
  }
}
