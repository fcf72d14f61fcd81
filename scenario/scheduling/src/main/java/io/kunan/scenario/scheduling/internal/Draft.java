package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.platform.web.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The plan on the desk: what is being changed and not yet kept as a version. Changes can be taken
 * back. It lives in memory: what is not kept is lost when the server stops, and the page says so.
 */
public final class Draft {
  private static final int MOST_STEPS = 200;

  private final Deque<PlantFile.Planned> past = new ArrayDeque<>();
  private final Deque<PlantFile.Planned> future = new ArrayDeque<>();
  private PlantFile.Planned now;
  private PlantFile.Planned kept;
  private int version;
  private long revision = 1;

  Draft(PlantFile.Planned planned, int version) {
    now = planned;
    kept = planned;
    this.version = version;
  }

  /**
   * The draft at one moment.
   *
   * @param version it was made from
   * @param revision grows with every change
   * @param undo changes that can be taken back
   * @param redo changes that were taken back
   * @param unsaved whether it differs from the version
   */
  public record Sheet(
      PlantFile.Planned planned, int version, long revision, int undo, int redo, boolean unsaved) {}

  public synchronized Sheet sheet() {
    return new Sheet(now, version, revision, past.size(), future.size(), now != kept);
  }

  /**
   * Replaces the plan.
   *
   * @param from the revision the change was made from
   * @throws Refusal 409 when somebody has changed it since
   */
  synchronized Sheet put(PlantFile.Planned changed, long from) {
    if (from != revision) {
      throw Refusal.conflict(
          "The plan has been changed by somebody else meanwhile", "look at it again");
    }
    past.push(now);
    if (past.size() > MOST_STEPS) {
      past.removeLast();
    }
    future.clear();
    return show(changed);
  }

  synchronized Sheet undo() {
    if (past.isEmpty()) {
      throw Refusal.conflict("There is nothing to take back", "change something first");
    }
    future.push(now);
    return show(past.pop());
  }

  synchronized Sheet redo() {
    if (future.isEmpty()) {
      throw Refusal.conflict("There is nothing to do again", "take something back first");
    }
    past.push(now);
    return show(future.pop());
  }

  /** Takes note that a plan was kept as a version. */
  synchronized void kept(PlantFile.Planned planned, int newVersion) {
    kept = planned;
    version = newVersion;
  }

  private Sheet show(PlantFile.Planned planned) {
    now = planned;
    revision++;
    return sheet();
  }
}
