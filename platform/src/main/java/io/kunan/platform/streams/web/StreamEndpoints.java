package io.kunan.platform.streams.web;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.internal.JobDesk;
import io.kunan.platform.streams.internal.JobStates;
import io.kunan.platform.streams.internal.JobTrial;
import io.kunan.platform.streams.internal.StoredStreamJobs;
import io.kunan.platform.streams.web.StreamViews.StreamCheckRequest;
import io.kunan.platform.streams.web.StreamViews.StreamCheckView;
import io.kunan.platform.streams.web.StreamViews.StreamJobRequest;
import io.kunan.platform.streams.web.StreamViews.StreamJobView;
import io.kunan.platform.streams.web.StreamViews.StreamModeRequest;
import io.kunan.platform.streams.web.StreamViews.StreamTrialRequest;
import io.kunan.platform.streams.web.StreamViews.StreamTrialView;
import io.kunan.platform.streams.web.StreamViews.StreamVersionView;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calculations and rules: read by everybody of the site, made and tried by engineers. */
@RestController
@RequestMapping("/api/streams")
@Requires(Role.ENGINEER)
class StreamEndpoints {
  private static final Duration LONGEST_TRIAL = Duration.ofDays(366);

  private final StoredStreamJobs jobs;
  private final JobDesk desk;
  private final JobStates states;
  private final JobTrial trial;

  StreamEndpoints(StoredStreamJobs jobs, JobDesk desk, JobStates states, JobTrial trial) {
    this.jobs = jobs;
    this.desk = desk;
    this.states = states;
    this.trial = trial;
  }

  @Requires(Role.VIEWER)
  @GetMapping
  List<StreamJobView> list(Caller caller) {
    return desk.list(caller).stream().map(this::view).toList();
  }

  @Requires(Role.VIEWER)
  @GetMapping("/{id}")
  StreamJobView get(@PathVariable int id, Caller caller) {
    return view(desk.get(id, caller));
  }

  @Requires(Role.VIEWER)
  @GetMapping("/{id}/versions")
  List<StreamVersionView> versions(@PathVariable int id, Caller caller) {
    return jobs.versions(desk.get(id, caller).id()).stream().map(StreamVersionView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  StreamJobView add(@Valid @RequestBody StreamJobRequest body, Caller caller) {
    return save(0, body, caller);
  }

  /** Refuses with 409 what somebody else has changed since the version named. */
  @PutMapping("/{id}")
  StreamJobView change(
      @PathVariable int id, @Valid @RequestBody StreamJobRequest body, Caller caller) {
    return save(desk.get(id, caller).id(), body, caller);
  }

  private StreamJobView save(int id, StreamJobRequest body, Caller caller) {
    Text name = new Text(body.name().zh(), body.name().en());
    var wish =
        new StoredStreamJobs.Wish(
            id, body.version(), name, body.definition(), body.mode(), caller.username());
    return view(jobs.save(wish, desk.visible(caller)));
  }

  @PutMapping("/{id}/mode")
  StreamJobView switchTo(
      @PathVariable int id, @Valid @RequestBody StreamModeRequest body, Caller caller) {
    return view(jobs.switchTo(desk.get(id, caller).id(), body.mode()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable int id, Caller caller) {
    jobs.remove(desk.get(id, caller).id());
  }

  /** Whether a definition can be used; a fault names its field. */
  @PostMapping("/check")
  StreamCheckView check(@Valid @RequestBody StreamCheckRequest body, Caller caller) {
    int id = known(body.id(), caller);
    return StreamCheckView.of(desk.check(id, body.definition(), caller));
  }

  /** What a definition would have said of a range, without effect; ends after 20 s. */
  @PostMapping("/trial")
  StreamTrialView tryOut(@Valid @RequestBody StreamTrialRequest body, Caller caller) {
    if (!body.from().isBefore(body.to())
        || Duration.between(body.from(), body.to()).compareTo(LONGEST_TRIAL) > 0) {
      throw new InputException(
          "to", "%s is out of range".formatted(body.to()), "give a time after from, within a year");
    }
    int id = known(body.id(), caller);
    TimeRange range = TimeRange.of(body.from(), body.to());
    return StreamTrialView.of(
        body.from(), trial.run(id, body.definition(), range, desk.visible(caller)));
  }

  private int known(@Nullable Integer id, Caller caller) {
    return id == null || id == 0 ? 0 : desk.get(id, caller).id();
  }

  private StreamJobView view(StreamJob job) {
    return StreamJobView.of(job, states.of(job));
  }
}
