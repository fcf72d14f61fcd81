package io.kunan.platform.models.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelMember;
import io.kunan.platform.models.TrainingRecord;
import io.kunan.platform.models.TrainingRecord.TableColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From which history the rows of a model are cut.
 *
 * @param columns what is measured, the target first; the tags are those of the first member
 * @param members assets whose rows are taken; one for a model of a single asset
 * @param events types of event whose age is a column of its own
 * @param pooled whether rows say to which asset they belong
 */
record RowSource(
    List<TableColumn> columns, List<ModelMember> members, List<String> events, boolean pooled) {

  /** As a definition says now; refuses with 404 a tag that does not exist. */
  static RowSource of(ModelDefinition definition, TagCatalogue tags) {
    Set<String> names = new HashSet<>();
    List<TableColumn> columns = new ArrayList<>();
    for (TagId id : definition.tags()) {
      Tag tag = tags.get(id);
      String name = tag.traits().quantity();
      columns.add(new TableColumn(id.value(), names.add(name) ? name : tag.name(), tag.step()));
    }
    definition.members().stream().flatMap(member -> member.tags().stream()).forEach(tags::get);
    return new RowSource(
        columns,
        members(definition.asset(), definition.tags(), definition.members()),
        definition.events(),
        !definition.members().isEmpty());
  }

  /** As a version was learned. */
  static RowSource of(Model model, TrainingRecord record) {
    List<TagId> tags = record.columns().stream().map(column -> new TagId(column.tag())).toList();
    return new RowSource(
        record.columns(),
        members(model.definition().asset(), tags, record.members()),
        record.events(),
        !record.members().isEmpty());
  }

  /** The target alone. */
  RowSource ofTarget() {
    return new RowSource(columns.subList(0, 1), members, List.of(), false);
  }

  /** The name of the column with the hours since the last event of a type began. */
  static String ageColumn(String event) {
    return "hours since " + event;
  }

  private static List<ModelMember> members(
      AssetId asset, List<TagId> tags, List<ModelMember> members) {
    return members.isEmpty() ? List.of(new ModelMember(asset, tags)) : members;
  }
}
