package io.kunan.platform.imports.internal;

import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.imports.FileImport;
import io.kunan.platform.imports.ImportMapping;
import io.kunan.platform.imports.ImportMapping.ColumnMapping;
import io.kunan.platform.imports.ImportPreview;
import io.kunan.platform.imports.ImportPreview.ColumnKind;
import io.kunan.platform.imports.ImportPreview.PreviewColumn;
import io.kunan.platform.imports.ImportState;
import io.kunan.platform.web.Caller;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of imports a person sees, and what is proposed to that person. */
@Component
class ImportViews {
  private final Assets assets;
  private final SiteAccess access;

  ImportViews(Assets assets, SiteAccess access) {
    this.assets = assets;
    this.access = access;
  }

  /**
   * People confined to sites see the files they brought themselves, and those all of whose columns
   * went to tags of their sites.
   */
  boolean covers(Caller caller, FileImport one) {
    if (caller.seesAllSites() || one.by().equals(caller.username())) {
      return true;
    }
    ImportMapping mapping = one.state() == ImportState.PREVIEW ? null : one.mapping();
    return mapping != null
        && mapping.columns().stream()
            .filter(ColumnMapping::takesPart)
            .allMatch(column -> tag(caller, column).isPresent());
  }

  /** Those who may know that a file is being read into these columns. */
  Predicate<Caller> audience(FileImport one, List<PlannedColumn> plan) {
    Set<AssetId> into =
        plan.stream()
            .flatMap(column -> assets.tags().find(column.tag()).stream())
            .map(Tag::asset)
            .collect(Collectors.toSet());
    return caller ->
        one.by().equals(caller.username())
            || into.stream().allMatch(asset -> access.covers(caller, asset));
  }

  /** The zone of the plants the person sees when they share one, else UTC. */
  ZoneId zone(Caller caller) {
    Set<String> zones =
        assets.tree().list().stream()
            .filter(asset -> asset.kind() == AssetKind.PLANT)
            .filter(asset -> access.covers(caller, asset.id()))
            .map(Asset::attributes)
            .map(attributes -> attributes.getOrDefault(Asset.ZONE, ""))
            .filter(zone -> !zone.isBlank())
            .collect(Collectors.toSet());
    return FileFormat.zoneNamed(zones.size() == 1 ? zones.iterator().next() : "UTC");
  }

  /** The mapping of the last file with the same columns, else of columns named like tags. */
  @Nullable ImportMapping suggestion(
      ImportPreview preview, @Nullable ImportMapping last, Caller caller) {
    List<ColumnMapping> columns =
        last == null
            ? preview.columns().stream()
                .map(column -> named(caller, column))
                .filter(Objects::nonNull)
                .toList()
            : last.columns().stream()
                .filter(column -> !column.takesPart() || tag(caller, column).isPresent())
                .toList();
    if (columns.stream().noneMatch(ColumnMapping::takesPart)) {
      return null;
    }
    return new ImportMapping(
        preview.separator(),
        preview.timeColumn(),
        preview.timeFormat(),
        preview.zone(),
        preview.decimalComma(),
        preview.encoding(),
        preview.header(),
        preview.skipLines(),
        columns);
  }

  /** Names of the columns that are read as words. */
  static Set<String> words(List<PlannedColumn> plan) {
    return plan.stream()
        .filter(PlannedColumn::words)
        .map(PlannedColumn::column)
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable ColumnMapping named(Caller caller, PreviewColumn column) {
    return assets
        .tags()
        .find(column.name())
        .filter(tag -> column.kind() != ColumnKind.TIME && access.covers(caller, tag.asset()))
        .map(
            tag ->
                ColumnMapping.to(
                    column.name(),
                    tag.id().value(),
                    column.unit().isEmpty() ? tag.unit() : column.unit()))
        .orElse(null);
  }

  private Optional<Tag> tag(Caller caller, ColumnMapping column) {
    Integer id = column.tagId();
    return id == null
        ? Optional.empty()
        : assets.tags().find(new TagId(id)).filter(tag -> access.covers(caller, tag.asset()));
  }
}
