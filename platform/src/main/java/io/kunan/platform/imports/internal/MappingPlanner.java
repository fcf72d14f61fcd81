package io.kunan.platform.imports.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.imports.ImportMapping.ColumnMapping;
import io.kunan.platform.imports.ImportMapping.NewTag;
import io.kunan.platform.imports.ImportPreview;
import io.kunan.platform.imports.ImportPreview.ColumnKind;
import io.kunan.platform.imports.ImportPreview.PreviewColumn;
import io.kunan.platform.web.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns what a person wants of the columns into tags, making those that are new. */
@Component
class MappingPlanner {
  private final Assets assets;
  private final SiteAccess access;

  MappingPlanner(Assets assets, SiteAccess access) {
    this.assets = assets;
    this.access = access;
  }

  /**
   * The plan; new tags are made in the transaction under way.
   *
   * @throws InputException when a column cannot be read as wished
   * @throws io.kunan.platform.web.Refusal when a tag or asset does not exist for the person, or a
   *     name is taken
   */
  List<PlannedColumn> plan(ImportPreview preview, List<ColumnMapping> wishes, Caller caller) {
    List<ColumnMapping> used = wishes.stream().filter(ColumnMapping::takesPart).toList();
    if (used.isEmpty()) {
      throw new InputException(
          "columns", "no column goes to a tag", "choose a tag for at least one column");
    }
    used.forEach(wish -> column(preview, wish));
    Map<String, Tag> made = create(preview, used, caller);
    List<PlannedColumn> plan = new ArrayList<>();
    Set<TagId> taken = new HashSet<>();
    for (ColumnMapping wish : used) {
      Tag fresh = made.get(wish.column());
      Tag tag = fresh == null ? existing(wish, caller) : fresh;
      if (!taken.add(tag.id())) {
        throw new InputException(
            where(wish), "%s already has a column".formatted(tag.name()), "choose another tag");
      }
      plan.add(planned(column(preview, wish), wish, tag, fresh != null));
    }
    return plan;
  }

  private Tag existing(ColumnMapping wish, Caller caller) {
    return access.tag(caller, new TagId(Objects.requireNonNull(wish.tagId())));
  }

  private static PreviewColumn column(ImportPreview preview, ColumnMapping wish) {
    PreviewColumn column = preview.column(wish.column());
    if (column == null) {
      throw new InputException(where(wish), "is not in the file", "look at the preview again");
    }
    if (column.kind() == ColumnKind.TIME) {
      throw new InputException(where(wish), "holds times", "leave it out");
    }
    return column;
  }

  private Map<String, Tag> create(
      ImportPreview preview, List<ColumnMapping> wishes, Caller caller) {
    List<String> columns = new ArrayList<>();
    List<TagDraft> drafts = new ArrayList<>();
    for (ColumnMapping wish : wishes) {
      if (wish.newTag() != null && wish.tagId() == null) {
        columns.add(wish.column());
        drafts.add(draft(preview, column(preview, wish), wish.newTag(), caller));
      }
    }
    List<Tag> made = assets.createTags(drafts);
    Map<String, Tag> byColumn = new HashMap<>();
    for (int i = 0; i < made.size(); i++) {
      byColumn.put(columns.get(i), made.get(i));
    }
    return byColumn;
  }

  private TagDraft draft(ImportPreview preview, PreviewColumn column, NewTag wish, Caller caller) {
    AssetId asset = access.asset(caller, new AssetId(wish.assetId())).id();
    boolean words = column.kind() == ColumnKind.TEXT;
    TagTraits traits =
        new TagTraits(
            column.name(),
            wish.label() == null ? Text.same(column.name()) : wish.label(),
            Text.same(""),
            words ? "" : wish.unit(),
            null,
            null,
            null,
            null,
            words,
            words ? WordStates.first(preview, column.name()) : List.of(),
            TagTraits.DEFAULT_CLASS,
            null,
            false);
    return new TagDraft(wish.name(), asset, traits);
  }

  private static PlannedColumn planned(
      PreviewColumn column, ColumnMapping wish, Tag tag, boolean fresh) {
    boolean words = column.kind() == ColumnKind.TEXT;
    if (words) {
      if (!fresh && tag.traits().states().isEmpty()) {
        throw new InputException(
            where(wish),
            "holds words, and the tag %s knows no states".formatted(tag.name()),
            "choose a digital tag, make a new one, or leave the column out");
      }
      return new PlannedColumn(wish.column(), tag.id(), "", "", true, fresh);
    }
    String unit = wish.unit() == null ? tag.unit() : wish.unit();
    try {
      PlantUnits.convert(1, unit, tag.unit());
    } catch (InputException e) {
      throw new InputException(
          where(wish), "%s cannot be turned into %s".formatted(unit, tag.unit()), e.remedy(), e);
    }
    return new PlannedColumn(wish.column(), tag.id(), unit, tag.unit(), false, false);
  }

  private static String where(ColumnMapping wish) {
    return "column " + wish.column();
  }
}
