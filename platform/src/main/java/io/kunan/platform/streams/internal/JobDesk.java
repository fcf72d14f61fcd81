package io.kunan.platform.streams.internal;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person sees of jobs, and whether a definition can be used. */
@Component
public class JobDesk {
  private final StoredStreamJobs jobs;
  private final JobChecks checks;
  private final SiteAccess sites;

  JobDesk(StoredStreamJobs jobs, JobChecks checks, SiteAccess sites) {
    this.jobs = jobs;
    this.checks = checks;
    this.sites = sites;
  }

  /** The jobs of the sites of a person. */
  public List<StreamJob> list(Caller caller) {
    return jobs.list().stream().filter(job -> sites.covers(caller, job.asset())).toList();
  }

  /** The job, or 404 when it does not exist for the person. */
  public StreamJob get(int id, Caller caller) {
    return jobs.find(id)
        .filter(job -> sites.covers(caller, job.asset()))
        .orElseThrow(() -> Refusal.notFound("Stream job " + id));
  }

  /** The tags there are for a person. */
  public Predicate<Tag> visible(Caller caller) {
    return tag -> sites.covers(caller, tag.asset());
  }

  /**
   * Why a definition cannot be used.
   *
   * @param field path in the definition, such as {@code transitions[1].when}
   * @param where as a sentence names it, with line and column of an expression
   */
  public record Fault(
      String field, @Sentence String where, @Sentence String found, @Sentence String remedy) {}

  /**
   * What a check found.
   *
   * @param fault null when the definition can be used
   * @param places where it would run; empty with a fault
   */
  public record Verdict(@Nullable Fault fault, List<Place> places) {}

  public Verdict check(int id, Map<String, Object> definition, Caller caller) {
    try {
      return new Verdict(null, checks.check(id, definition, visible(caller)).places());
    } catch (InputException e) {
      InputException named = Definitions.named(e);
      return new Verdict(
          new Fault(Definitions.field(named.where()), named.where(), named.found(), named.remedy()),
          List.of());
    }
  }
}
