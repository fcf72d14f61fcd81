package io.kunan.platform.assets.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tags. */
@RestController
@RequestMapping("/api/tags")
class TagEndpoints {
  private final Assets assets;
  private final SiteAccess access;

  TagEndpoints(Assets assets, SiteAccess access) {
    this.assets = assets;
    this.access = access;
  }

  @Requires(Role.VIEWER)
  @GetMapping
  Listing<TagView> list(
      @RequestParam(required = false) @Nullable @Positive Integer assetId,
      @RequestParam(defaultValue = "false") boolean subtree,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Matching words = Matching.of(query);
    List<TagView> found =
        among(assetId, subtree).stream()
            .filter(tag -> access.covers(caller, tag.asset()))
            .filter(words::fits)
            .map(TagView::of)
            .toList();
    return Listing.cut(found, new Paging(page, size));
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
