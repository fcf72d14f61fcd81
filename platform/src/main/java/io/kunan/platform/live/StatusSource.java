package io.kunan.platform.live;

/**
 * Figures for the status bar, given by the part of the platform that knows them. Each default is
 * for a part that has nothing to say.
 */
public interface StatusSource {
  /** Connections that are running, of those that shall run. */
  record Sources(int up, int total) {}

  /** Models that serve, and those among them that drift. */
  record Models(int champions, int drifting) {}

  /** Open alarms by priority. */
  record Alarms(int p1, int p2, int p3) {}

  default Sources sources() {
    return new Sources(0, 0);
  }

  default Models models() {
    return new Models(0, 0);
  }

  default Alarms alarms() {
    return new Alarms(0, 0, 0);
  }

  /** Whether some of the data come from a virtual plant. */
  default boolean virtualPlant() {
    return false;
  }
}
