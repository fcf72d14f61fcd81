package io.kunan.platform.assets.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The asset tree. */
@RestController
class AssetEndpoints {
  private final Assets assets;
  private final SiteAccess access;

  AssetEndpoints(Assets assets, SiteAccess access) {
    this.assets = assets;
    this.access = access;
  }

  /**
   * An asset on the wire.
   *
   * @param zone whose clock its plant lives by, an IANA name; null where no plant names one
   */
  record AssetView(
      int id,
      @Nullable Integer parentId,
      AssetKind kind,
      String code,
      Text name,
      @Nullable String template,
      Asset.@Nullable Position position,
      Map<String, String> attributes,
      @Nullable String zone) {
    static AssetView of(Asset asset, AssetTree tree) {
      AssetId parent = asset.parent();
      return new AssetView(
          asset.id().value(),
          parent == null ? null : parent.value(),
          asset.kind(),
          asset.code(),
          asset.name(),
          asset.template(),
          asset.position(),
          asset.attributes(),
          tree.findZone(asset.id()).map(ZoneId::getId).orElse(null));
    }
  }

  /** An asset to make or to change. */
  record AssetRequest(
      @Nullable @Positive Integer parentId,
      @NotNull AssetKind kind,
      @NotNull String code,
      @NotNull Text name,
      @Nullable String template,
      Asset.@Nullable Position position,
      @Nullable Map<String, String> attributes) {
    AssetDraft draft() {
      return new AssetDraft(
          parentId == null ? null : new AssetId(parentId),
          kind,
          code,
          name,
          template,
          position,
          attributes == null ? Map.of() : attributes);
    }
  }

  @Requires(Role.VIEWER)
  @GetMapping("/api/assets")
  List<AssetView> list(Caller caller) {
    AssetTree tree = assets.tree();
    return tree.list().stream()
        .filter(asset -> access.shows(caller, asset.id()))
        .map(asset -> AssetView.of(asset, tree))
        .toList();
  }

  @Requires(Role.ENGINEER)
  @PostMapping("/api/assets")
  @ResponseStatus(HttpStatus.CREATED)
  AssetView create(@Valid @RequestBody AssetRequest request, Caller caller) {
    checkParent(caller, request.parentId());
    Asset made = assets.create(request.draft());
    return AssetView.of(made, assets.tree());
  }

  @Requires(Role.ENGINEER)
  @PutMapping("/api/assets/{id}")
  AssetView change(
      @PathVariable @Positive int id, @Valid @RequestBody AssetRequest request, Caller caller) {
    access.asset(caller, new AssetId(id));
    checkParent(caller, request.parentId());
    Asset changed = assets.change(new AssetId(id), request.draft());
    return AssetView.of(changed, assets.tree());
  }

  @Requires(Role.ENGINEER)
  @DeleteMapping("/api/assets/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable @Positive int id, Caller caller) {
    access.asset(caller, new AssetId(id));
    assets.delete(new AssetId(id));
  }

  private void checkParent(Caller caller, @Nullable Integer parentId) {
    if (parentId == null) {
      caller.requireAllSites();
    } else {
      access.asset(caller, new AssetId(parentId));
    }
  }
}
