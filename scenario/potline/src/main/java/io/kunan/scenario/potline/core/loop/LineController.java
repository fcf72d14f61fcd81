package io.kunan.scenario.potline.core.loop;

import java.util.List;

/**
 * Controls a line. Called once an hour with what was published; answers with the set-points of
 * every pot, already inside the guard rails. Keeps its own memory; not for several threads.
 */
public interface LineController {
  /** Takes an hour; the set-points are in the order of the pots. */
  List<SetPoints> decide(LineReport report);

  /** Decisions on the dose since the start in which the daily rate or the ceiling held it back. */
  long doseRailHits();
}
