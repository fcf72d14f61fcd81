package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.Output;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamJobs;
import io.kunan.platform.streams.StreamMode;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes, changes, switches and removes jobs; each a transaction with its entry in the trail. */
@Component
public class StoredStreamJobs implements StreamJobs {
  private static final Text GROUP = new Text("计算", "Calculated");

  private final JobStore store;
  private final JobChecks checks;
  private final Assets assets;
  private final Alarms alarms;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;
  private final Clock clock;

  StoredStreamJobs(
      JobStore store,
      JobChecks checks,
      Assets assets,
      Alarms alarms,
      AuditTrail audit,
      ApplicationEventPublisher events,
      JsonMapper json,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.assets = assets;
    this.alarms = alarms;
    this.audit = audit;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What a person wants of a job.
   *
   * @param version the person has seen; 0 for a new one
   */
  public record Wish(
      int id, int version, Text name, Map<String, Object> definition, StreamMode mode, String by) {}

  @Override
  public List<StreamJob> list() {
    return store.list();
  }

  @Override
  public Optional<StreamJob> find(int id) {
    return store.find(id);
  }

  public List<StreamJob> versions(int id) {
    return store.versions(id);
  }

  @Override
  @Transactional
  public StreamJob ensure(Text name, String definition) {
    return store.list().stream()
        .filter(job -> job.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              Map<String, Object> read = json.readValue(definition, new TypeReference<>() {});
              return save(
                  new Wish(0, 0, name, read, StreamMode.ON, AuditTrail.SYSTEM), tag -> true);
            });
  }

  /**
   * Stores a new job or a new version of one.
   *
   * @param visible which tags there are for whoever asks
   * @throws io.kunan.kernel.InputException that names the field
   * @throws Refusal 409 when somebody else has changed it since
   */
  @Transactional
  public StreamJob save(Wish wish, Predicate<Tag> visible) {
    JobChecks.Checked checked = checks.check(wish.id(), wish.definition(), visible);
    StreamJob job = job(wish, checked);
    if (wish.id() == 0) {
      job = store.add(job);
    } else {
      StreamJob before = get(wish.id());
      if (!store.change(job, wish.version())) {
        throw changedMeanwhile(before);
      }
      if (isAlarm(before.job()) && !isAlarm(job.job())) {
        alarms.forget(Conditions.of(before));
      }
    }
    prepare(job, checked.places());
    audit.record(
        wish.id() == 0 ? "STREAM_JOB_CREATED" : "STREAM_JOB_CHANGED",
        object(job),
        Map.of("mode", job.mode(), "definition", Definitions.write(job.job())));
    announce();
    return job;
  }

  private StreamJob job(Wish wish, JobChecks.Checked checked) {
    return new StreamJob(
        wish.id(),
        checked.owner(),
        wish.version() + 1,
        wish.mode(),
        wish.name(),
        checked.job(),
        clock.instant(),
        wish.by());
  }

  /** Switches a job on, off, or to running without effect. */
  @Transactional
  public StreamJob switchTo(int id, StreamMode mode) {
    StreamJob before = get(id);
    StreamJob after =
        new StreamJob(
            id,
            before.asset(),
            before.version(),
            mode,
            before.name(),
            before.job(),
            before.changedAt(),
            before.changedBy());
    if (mode != StreamMode.OFF) {
      Map<String, Object> definition = Definitions.write(before.job());
      prepare(after, checks.check(id, definition, tag -> true).places());
    }
    if (!store.change(after, before.version())) {
      throw changedMeanwhile(before);
    }
    audit.record("STREAM_JOB_SWITCHED", object(after), Map.of("mode", mode));
    announce();
    return after;
  }

  /** Removes a job and ends its alarms; what it worked out and raised stays. */
  @Transactional
  public void remove(int id) {
    StreamJob job = get(id);
    store.remove(id);
    if (isAlarm(job.job())) {
      alarms.forget(Conditions.of(job));
    }
    audit.record(
        "STREAM_JOB_DELETED", object(job), Map.of("definition", Definitions.write(job.job())));
    announce();
  }

  public StreamJob get(int id) {
    return find(id).orElseThrow(() -> Refusal.notFound("Stream job " + id));
  }

  /** A job that is to run must fit beside the others, and its results need tags. */
  private void prepare(StreamJob job, List<Place> places) {
    if (job.mode() == StreamMode.OFF) {
      return;
    }
    checks.checkBeside(job);
    List<TagDraft> missing = new ArrayList<>();
    for (Place place : places) {
      for (Output output : place.outputs()) {
        if (assets.tags().find(output.tag()).isEmpty()) {
          missing.add(draft(job, place, output));
        }
      }
    }
    assets.createTags(missing);
  }

  private static TagDraft draft(StreamJob job, Place place, Output output) {
    String name = output.tag();
    String quantity = name.substring(name.lastIndexOf('.') + 1);
    boolean virtual = place.inputs().stream().anyMatch(tag -> tag.traits().virtual());
    TagTraits traits =
        new TagTraits(
            quantity.isBlank() ? name : quantity,
            job.name(),
            GROUP,
            output.unit(),
            null,
            null,
            null,
            null,
            false,
            List.of(),
            TagTraits.DEFAULT_CLASS,
            null,
            virtual);
    return new TagDraft(name, place.first().asset(), traits);
  }

  private static boolean isAlarm(Job job) {
    return job instanceof Job.Rule;
  }

  private static Refusal changedMeanwhile(StreamJob job) {
    return Refusal.conflict(
        "The job was changed meanwhile by " + job.changedBy(), "look at it again, then change it");
  }

  private static String object(StreamJob job) {
    return "stream job %d %s".formatted(job.id(), job.name().en());
  }

  private void announce() {
    AfterCommit.run(() -> events.publishEvent(new StreamJobsChanged()));
  }
}
