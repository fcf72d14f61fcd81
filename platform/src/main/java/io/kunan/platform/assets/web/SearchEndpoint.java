package io.kunan.platform.assets.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One field to find assets and tags; pages the console finds by itself. */
@RestController
class SearchEndpoint {
  private static final int MOST = 30;

  private final Assets assets;
  private final SiteAccess access;

  SearchEndpoint(Assets assets, SiteAccess access) {
    this.assets = assets;
    this.access = access;
  }

  /** Something found. */
  record SearchHit(
      @Schema(allowableValues = {"asset", "tag"}) String kind,
      int id,
      Text label,
      String path,
      String link) {}

  @Requires(Role.VIEWER)
  @GetMapping("/api/search")
  List<SearchHit> search(@RequestParam String q, Caller caller) {
    Matching words = Matching.of(q);
    if (words.words().isEmpty()) {
      return List.of();
    }
    Stream<SearchHit> foundAssets =
        assets.tree().list().stream()
            .filter(asset -> access.covers(caller, asset.id()))
            .filter(words::fits)
            .sorted(Comparator.comparing(asset -> asset.code().length()))
            .map(this::hit);
    Stream<SearchHit> foundTags =
        assets.tags().list().stream()
            .filter(tag -> access.covers(caller, tag.asset()))
            .filter(words::fits)
            .sorted(Comparator.comparing(tag -> tag.name().length()))
            .map(this::hit);
    return Stream.concat(foundAssets.limit(MOST / 2), foundTags).limit(MOST).toList();
  }

  private SearchHit hit(Asset asset) {
    return new SearchHit(
        "asset",
        asset.id().value(),
        new Text(asset.code() + " " + asset.name().zh(), asset.code() + " " + asset.name().en()),
        path(asset.id()),
        "/assets/" + asset.id().value());
  }

  private SearchHit hit(Tag tag) {
    return new SearchHit(
        "tag",
        tag.id().value(),
        new Text(
            tag.name() + " " + tag.traits().label().zh(),
            tag.name() + " " + tag.traits().label().en()),
        path(tag.asset()),
        "/trends?tags=" + tag.id().value());
  }

  private String path(AssetId asset) {
    return assets.tree().path(asset);
  }
}
