package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.JobSet;
import io.kunan.engine.stream.SoftSensors;
import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobHead;
import io.kunan.engine.stream.job.Output;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Whether a job can run: its form, tags, expressions and units, and beside the other jobs. */
@Component
class JobChecks {
  private static final int MOST_PLACES = 2_000;

  private final Places places;
  private final Assets assets;
  private final JobStore store;

  JobChecks(Places places, Assets assets, JobStore store) {
    this.places = places;
    this.assets = assets;
    this.store = store;
  }

  /** A job that can run alone. */
  record Checked(Job job, List<Place> places, AssetId owner) {}

  /**
   * Checks a job by itself.
   *
   * @param id number, 0 for a new one
   * @param visible which tags there are for whoever asks
   * @throws InputException that names the field of the definition
   */
  Checked check(int id, Map<String, Object> definition, Predicate<Tag> visible) {
    Job job = Definitions.read(id, definition);
    if (job instanceof Job.SoftSensor) {
      throw new InputException(
          "kind",
          "the server gives its models to no soft sensor yet",
          "use calculation, window, rule or state-machine; ./kunan stream runs soft sensors");
    }
    if (job.head().assets().size() > MOST_PLACES) {
      throw new InputException(
          "assets", "names %d".formatted(job.head().assets().size()), "name at most 2,000");
    }
    List<Place> found = places.of(job, visible);
    for (Place place : found) {
      place.outputs().forEach(output -> checkOutput(id, output, visible));
    }
    try {
      JobSet.check(job, places, SoftSensors.NONE);
    } catch (InputException e) {
      throw Definitions.named(e);
    }
    return new Checked(job, found, places.owner(found));
  }

  private void checkOutput(int id, Output output, Predicate<Tag> visible) {
    Tag tag = assets.tags().find(output.tag()).orElse(null);
    if (tag == null) {
      return;
    }
    if (!visible.test(tag) || isWrittenByAnother(id, output.tag())) {
      throw new InputException(
          "output, tag", "“%s” is taken".formatted(output.tag()), "give the result another name");
    }
    if (!tag.unit().equals(output.unit())) {
      throw new InputException(
          "output, unit",
          "“%s” is not the unit of tag “%s”, “%s”".formatted(output.unit(), tag.name(), tag.unit()),
          "write the unit of the tag, or name another tag");
    }
  }

  private boolean isWrittenByAnother(int id, String tag) {
    return store.list().stream()
        .filter(other -> other.id() != id)
        .anyMatch(other -> writes(other.job(), tag));
  }

  private static boolean writes(Job job, String tag) {
    return job.head().instances().stream()
        .anyMatch(
            asset ->
                job.results().stream()
                    .anyMatch(output -> JobHead.tagFor(asset, output.tag()).equals(tag)));
  }

  /**
   * Checks a job beside those that run.
   *
   * @throws InputException when they would read each other in a ring
   */
  void checkBeside(StreamJob job) {
    List<Job> all = new ArrayList<>();
    for (StreamJob other : store.list()) {
      if (other.id() != job.id() && other.mode() != StreamMode.OFF) {
        all.add(other.job());
      }
    }
    all.add(job.job());
    try {
      JobSet.of(all, places, SoftSensors.NONE);
    } catch (InputException e) {
      throw new InputException(
          "inputs",
          "a tag is worked out from the output of this very job",
          "break the ring: read tags that do not depend on the output",
          e);
    }
  }
}
