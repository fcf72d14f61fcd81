package io.kunan.platform.live;

import io.kunan.platform.web.Caller;

/**
 * Figures for the status bar, given by the part of the platform that knows them; each counts only
 * what a person may see. Each default is for a part that has nothing to say.
 */
public interface StatusSource {
  /** Connections that are running, of those that shall run. */
  record Sources(int up, int total) {}

  /** Models that serve, and those among them that drift. */
  record Models(int champions, int drifting) {}

  /** Open alarms by priority. */
  record Alarms(int p1, int p2, int p3) {}

  default Sources sources(Caller person) {
    return new Sources(0, 0);
  }

  default Models models(Caller person) {
    return new Models(0, 0);
  }

  default Alarms alarms(Caller person) {
    return new Alarms(0, 0, 0);
  }

  /** Whether some of the data come from a virtual plant. */
  default boolean virtualPlant(Caller person) {
    return false;
  }
}
