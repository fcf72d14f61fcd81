package io.kunan.platform.assets.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.internal.AssetFiles;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.CsvDownload;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The tags. */
@RestController
@RequestMapping("/api/tags")
class TagEndpoints {
  private final Assets assets;
  private final SiteAccess access;
  private final AssetFiles files;

  TagEndpoints(Assets assets, SiteAccess access, AssetFiles files) {
    this.assets = assets;
    this.access = access;
    this.files = files;
  }

  @Requires(Role.VIEWER)
  @GetMapping
  Listing<TagView> list(
      @RequestParam(required = false) @Nullable @Positive Integer assetId,
      @RequestParam(defaultValue = "false") boolean subtree,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(required = false) @Nullable TagOrder sort,
      @RequestParam(defaultValue = "false") boolean down,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Listing<Tag> cut =
        Listing.cut(
            found(among(assetId, subtree), query, sort, down, caller), new Paging(page, size));
    return new Listing<>(cut.items().stream().map(TagView::of).toList(), cut.total());
  }

  /** All tags that {@link #list} pages through, as the import reads them. */
  @Requires(Role.VIEWER)
  @GetMapping("/export")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam(required = false) @Nullable @Positive Integer assetId,
      @RequestParam(defaultValue = "false") boolean subtree,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(required = false) @Nullable TagOrder sort,
      @RequestParam(defaultValue = "false") boolean down,
      Caller caller) {
    List<Tag> found = found(among(assetId, subtree), query, sort, down, caller);
    return CsvDownload.answer("kunan-tags.csv", out -> files.exportCsv(found, out));
  }

  private List<Tag> found(
      List<Tag> among, String query, @Nullable TagOrder sort, boolean down, Caller caller) {
    Matching words = Matching.of(query);
    Stream<Tag> found =
        among.stream().filter(tag -> access.covers(caller, tag.asset())).filter(words::fits);
    return (sort == null ? found : found.sorted(sort.comparator(down))).toList();
  }

  @Requires(Role.VIEWER)
  @GetMapping("/{id}")
  TagView get(@PathVariable @Positive int id, Caller caller) {
    return TagView.of(access.tag(caller, new TagId(id)));
  }

  @Requires(Role.ENGINEER)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TagView create(@Valid @RequestBody TagRequest request, Caller caller) {
    AssetId asset = access.asset(caller, new AssetId(request.assetId())).id();
    TagDraft draft = new TagDraft(request.name(), asset, request.traits());
    return TagView.of(assets.createTags(List.of(draft)).getFirst());
  }

  @Requires(Role.ENGINEER)
  @PutMapping("/{id}")
  TagView change(
      @PathVariable @Positive int id, @Valid @RequestBody TagRequest request, Caller caller) {
    TagId number = access.tag(caller, new TagId(id)).id();
    AssetId asset = access.asset(caller, new AssetId(request.assetId())).id();
    Tag changed = new Tag(number, request.name(), asset, request.traits());
    assets.changeTags(List.of(changed));
    return TagView.of(changed);
  }

  @Requires(Role.ENGINEER)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable @Positive int id, Caller caller) {
    assets.deleteTag(access.tag(caller, new TagId(id)).id());
  }

  private List<Tag> among(@Nullable Integer assetId, boolean subtree) {
    TagCatalogue tags = assets.tags();
    if (assetId == null) {
      return tags.list();
    }
    return subtree ? tags.inSubtree(new AssetId(assetId)) : tags.of(new AssetId(assetId));
  }
}
