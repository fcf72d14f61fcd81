package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.web.Refusal;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an asset fits into the tree; several drafts of one request are checked by one instance.
 */
final class AssetChecks {
  private static final int MOST_ASSETS = 10_000;
  private static final Pattern CODE = Pattern.compile("[^/\\s\\p{Cntrl}][^/\\p{Cntrl}]{0,63}");

  private final AssetTree tree;
  private final Set<Place> promised = new HashSet<>();

  AssetChecks(AssetTree tree) {
    this.tree = tree;
  }

  private record Place(@Nullable AssetId parent, String code) {}

  void checkNew(AssetDraft draft) {
    check(draft, null);
    if (tree.size() + promised.size() > MOST_ASSETS) {
      throw new InputException(
          "assets",
          "there would be more than %,d".formatted(MOST_ASSETS),
          "keep parts of equipment as tags or attributes");
    }
  }

  void checkChange(AssetId id, AssetDraft draft) {
    check(draft, id);
    if (draft.parent() != null && tree.isWithin(draft.parent(), id)) {
      throw new InputException("parentId", "lies below the asset itself", "choose another parent");
    }
    for (Asset child : tree.children(id)) {
      if (!child.kind().fitsBelow(draft.kind())) {
        throw new InputException(
            "kind",
            "%s %s hangs below it".formatted(child.kind(), child.code()),
            "keep the kind or move that one first");
      }
    }
  }

  private void check(AssetDraft draft, @Nullable AssetId self) {
    if (!CODE.matcher(draft.code()).matches()) {
      throw new InputException(
          "code", "“%s” cannot be used".formatted(draft.code()), "use 1 to 64 letters without “/”");
    }
    if (draft.name().zh().isBlank() || draft.name().en().isBlank()) {
      throw new InputException("name", "is empty", "give the name in both languages");
    }
    checkZone(draft.attributes().get(Asset.ZONE));
    checkParent(draft);
    boolean taken =
        siblings(draft.parent()).stream()
            .anyMatch(other -> other.code().equals(draft.code()) && !other.id().equals(self));
    if (taken || !promised.add(new Place(draft.parent(), draft.code()))) {
      throw Refusal.conflict(
          "The code %s is taken beside it".formatted(draft.code()), "choose another code");
    }
  }

  /** A region, not an offset: offsets know no summer time. */
  private static void checkZone(@Nullable String zone) {
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new InputException(
          "attributes.zone",
          "“%s” is no time zone".formatted(zone),
          "give an IANA name such as Asia/Shanghai, Europe/Berlin or UTC");
    }
  }

  private void checkParent(AssetDraft draft) {
    AssetId parent = draft.parent();
    if (parent == null) {
      if (draft.kind().compareTo(AssetKind.PLANT) > 0) {
        throw new InputException(
            "parentId", "a %s hangs below something".formatted(draft.kind()), "name its parent");
      }
      return;
    }
    Asset above =
        tree.find(parent)
            .orElseThrow(
                () ->
                    new InputException(
                        "parentId", parent.value() + " does not exist", "name an existing asset"));
    if (!draft.kind().fitsBelow(above.kind())) {
      throw new InputException(
          "kind",
          "a %s does not hang below a %s".formatted(draft.kind(), above.kind()),
          "keep to group, company, plant, line, equipment");
    }
  }

  private List<Asset> siblings(@Nullable AssetId parent) {
    return parent == null ? tree.roots() : tree.children(parent);
  }
}
