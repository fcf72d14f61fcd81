package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.StreamTag;
import io.kunan.engine.stream.StreamTags;
import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobHead;
import io.kunan.engine.stream.job.Output;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds where jobs run: their tags in the catalogue, and the asset that holds them all. */
@Component
class Places implements StreamTags {
  private final Assets assets;

  Places(Assets assets) {
    this.assets = assets;
  }

  @Override
  public Optional<StreamTag> find(String name) {
    return assets
        .tags()
        .find(name)
        .map(tag -> new StreamTag(tag.id(), tag.name(), tag.unit(), tag.step()));
  }

  /**
   * The places of a job.
   *
   * @param visible which tags there are for whoever asks
   * @throws InputException that names the input whose tag is not there
   */
  List<Place> of(Job job, Predicate<Tag> visible) {
    List<Place> places = new ArrayList<>();
    for (String asset : job.head().instances()) {
      List<Tag> inputs = new ArrayList<>();
      for (Map.Entry<String, String> input : job.head().inputs().entrySet()) {
        String name = JobHead.tagFor(asset, input.getValue());
        inputs.add(
            assets
                .tags()
                .find(name)
                .filter(visible)
                .orElseThrow(
                    () ->
                        new InputException(
                            "inputs, " + input.getKey(),
                            "tag “%s” is not known".formatted(name),
                            "name a tag that is there, or the output of another job")));
      }
      List<Output> outputs =
          job.results().stream()
              .map(one -> new Output(JobHead.tagFor(asset, one.tag()), one.unit(), one.deadband()))
              .toList();
      places.add(new Place(asset, inputs, outputs));
    }
    return places;
  }

  /** The lowest asset at or above all tags of a job. */
  AssetId owner(List<Place> places) {
    AssetTree tree = assets.tree();
    List<AssetId> used =
        places.stream()
            .flatMap(place -> place.inputs().stream())
            .map(Tag::asset)
            .distinct()
            .toList();
    AssetId owner = used.getFirst();
    while (owner != null) {
      AssetId candidate = owner;
      if (used.stream().allMatch(asset -> tree.isWithin(asset, candidate))) {
        return owner;
      }
      owner = tree.find(owner).map(Asset::parent).orElse(null);
    }
    throw new InputException(
        "inputs",
        "the tags belong to companies that have nothing above them in common",
        "make a job for each, or hang the companies below one group");
  }
}
