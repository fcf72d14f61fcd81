package io.kunan.platform.jobs.web;

import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Long work under way. */
@RestController
@RequestMapping("/api/jobs")
class JobEndpoints {
  private final Jobs jobs;

  JobEndpoints(Jobs jobs) {
    this.jobs = jobs;
  }

  @Requires(Role.VIEWER)
  @GetMapping
  List<Job> list(Caller caller) {
    return jobs.list(caller);
  }

  @Requires(Role.ENGINEER)
  @DeleteMapping("/{id}")
  Job cancel(@PathVariable long id, Caller caller) {
    return jobs.find(id, caller)
        .flatMap(job -> jobs.cancel(job.id()))
        .orElseThrow(() -> Refusal.notFound("Job " + id));
  }
}
