package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSolver;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.Progress;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.web.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Searches better plans in the background, one at a time for a plant. */
@Component
public class PlanRuns {
  private static final long REPORT_NANOS = 250_000_000;

  private final PlanDesk desk;
  private final Jobs jobs;
  private final SiteAccess sites;
  private final Map<AssetId, Run> runs = new ConcurrentHashMap<>();

  PlanRuns(PlanDesk desk, Jobs jobs, SiteAccess sites) {
    this.desk = desk;
    this.jobs = jobs;
    this.sites = sites;
  }

  /** A better plan was found. */
  public record Better(double seconds, double objective) {}

  /**
   * A search under way or over.
   *
   * @param job number of its job
   * @param seconds it may take
   * @param course better plans in the order they were found
   */
  public record Run(long job, double seconds, List<Better> course) {}

  /** The last run of a plant, if it had one since the server started. */
  public Optional<Run> last(AssetId asset) {
    return Optional.ofNullable(runs.get(asset));
  }

  /** How a run stands. */
  public Optional<Job> job(Run run) {
    return jobs.find(run.job());
  }

  /** Whether a run of a plant is under way. */
  public boolean isRunning(AssetId asset) {
    return last(asset).flatMap(this::job).filter(job -> !job.state().isOver()).isPresent();
  }

  /** Refuses with 423 what would get into the way of a run. */
  public void requireNone(AssetId asset) {
    if (isRunning(asset)) {
      throw Refusal.busy("A better plan is being searched", "wait for its end or stop it");
    }
  }

  /** Starts a search from the draft. Stopped before its time it keeps the best plan it has. */
  public synchronized Run start(PlannedPlant plant, double seconds) {
    requireNone(plant.asset());
    List<Better> course = new CopyOnWriteArrayList<>();
    Job job =
        jobs.start(
            JobKind.PLANNING,
            plant.problem().name(),
            sites.audience(plant.asset()),
            progress -> search(plant, seconds, progress, course));
    Run run = new Run(job.id(), seconds, course);
    runs.put(plant.asset(), run);
    return run;
  }

  private void search(PlannedPlant plant, double seconds, Progress progress, List<Better> course)
      throws InterruptedException {
    Draft.Sheet sheet = desk.draft(plant.asset()).sheet();
    int now = desk.now(plant);
    Duration limit = Duration.ofMillis((long) (seconds * 1_000));
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    PlantProblem underway = BarMoves.underway(sheet.planned(), now);
    PlantPlan better =
        PlantSolver.solveFrom(
                underway,
                sheet.planned().plan(),
                now,
                new SolveOptions(Engine.SEARCH, limit, null, threads, 1),
                new Watch(progress, seconds, course))
            .plan();
    desk.put(plant.asset(), new Planned(sheet.planned().problem(), better), sheet.revision());
  }

  /** Tells the job how far it is, a few times a second, and the page of every better plan. */
  private static final class Watch implements SolveMonitor<PlantPlan> {
    private final long begin = System.nanoTime();
    private final Progress progress;
    private final double seconds;
    private final List<Better> course;
    private volatile long told;
    private volatile boolean stops;

    Watch(Progress progress, double seconds, List<Better> course) {
      this.progress = progress;
      this.seconds = seconds;
      this.course = course;
    }

    @Override
    public void improved(PlantPlan plan, double objective, double after) {
      course.add(new Better(after, objective));
    }

    @Override
    public boolean isStopRequested() {
      long now = System.nanoTime();
      if (now - told > REPORT_NANOS) {
        told = now;
        long done = Math.min((now - begin) / 1_000_000, (long) (seconds * 1_000));
        stops = !progress.report(done, (long) (seconds * 1_000), best());
      }
      return stops;
    }

    private String best() {
      return course.isEmpty() ? "" : "%.1f".formatted(course.getLast().objective());
    }
  }
}
