package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.AssetsChanged;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagCatalogue;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagsChanged;
import io.kunan.platform.assets.Template;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Assets and tags in the database, with a picture of all of them in memory. */
@Component
class StoredAssets implements Assets {
  private static final int WHOLE_IN_TRAIL = 100;

  private final AssetRows assetRows;
  private final TagRows tagRows;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final TemplateRows templateRows;
  private volatile @Nullable Snapshot snapshot;

  StoredAssets(
      AssetRows assetRows,
      TagRows tagRows,
      AuditTrail audit,
      ApplicationEventPublisher events,
      TemplateRows templateRows) {
    this.assetRows = assetRows;
    this.tagRows = tagRows;
    this.audit = audit;
    this.events = events;
    this.templateRows = templateRows;
  }

  @Override
  public AssetTree tree() {
    return now().tree();
  }

  @Override
  public TagCatalogue tags() {
    return now();
  }

  @Override
  public List<Template> templates() {
    return templateRows.list();
  }

  @Override
  @Transactional
  public Template createTemplate(Template template) {
    if (!templateRows.insert(template)) {
      throw Refusal.conflict(
          "The code %s is taken by another template".formatted(template.code()),
          "choose another code");
    }
    audit.record("TEMPLATE_CREATED", "template " + template.code(), template);
    return template;
  }

  @Override
  @Transactional
  public Template changeTemplate(Template template) {
    if (!templateRows.update(template)) {
      throw Refusal.notFound("Template " + template.code());
    }
    audit.record("TEMPLATE_CHANGED", "template " + template.code(), Map.of("after", template));
    return template;
  }

  @Override
  @Transactional
  public void deleteTemplate(String code) {
    if (!templateRows.delete(code)) {
      throw Refusal.notFound("Template " + code);
    }
    audit.record("TEMPLATE_DELETED", "template " + code, Map.of());
  }

  @Override
  @Transactional
  public Asset create(AssetDraft draft) {
    Asset asset = createAll(List.of(draft)).getFirst();
    if (draft.template() != null) {
      createTags(
          template(draft.template()).tags().stream()
              .map(tag -> new TagDraft(draft.code() + "." + tag.suffix(), asset.id(), tag.traits()))
              .toList());
    }
    return asset;
  }

  @Override
  @Transactional
  public List<Asset> createAll(List<AssetDraft> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    AssetChecks checks = new AssetChecks(tree());
    drafts.forEach(checks::checkNew);
    List<Asset> made = assetRows.insert(drafts);
    audit.record("ASSETS_CREATED", objects(made.stream().map(Asset::code).toList(), "asset"), made);
    announce(new AssetsChanged());
    return made;
  }

  @Override
  @Transactional
  public Asset change(AssetId id, AssetDraft draft) {
    AssetTree tree = tree();
    Asset before = tree.get(id);
    new AssetChecks(tree).checkChange(id, draft);
    assetRows.update(id, draft);
    Asset after = AssetRows.asset(id, draft);
    audit.record(
        "ASSET_CHANGED", "asset " + id.value() + " " + before.code(), Map.of("after", after));
    announce(new AssetsChanged());
    return after;
  }

  @Override
  @Transactional
  public void delete(AssetId id) {
    Asset asset = tree().get(id);
    if (!tree().children(id).isEmpty() || !tags().of(id).isEmpty()) {
      throw Refusal.conflict(
          "%s still has %d assets below it and %d tags"
              .formatted(asset.code(), tree().children(id).size(), tags().of(id).size()),
          "delete or move those first");
    }
    assetRows.delete(id);
    audit.record("ASSET_DELETED", "asset " + id.value() + " " + asset.code(), Map.of());
    announce(new AssetsChanged());
  }

  @Override
  @Transactional
  public List<Tag> createTags(List<TagDraft> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    TagChecks checks = new TagChecks(now());
    drafts.forEach(draft -> checks.check(draft.name(), draft.asset(), null));
    List<Tag> made = tagRows.insert(drafts);
    recordTags("TAGS_CREATED", made);
    announce(new TagsChanged(ids(made), Set.of(), Set.of()));
    return made;
  }

  @Override
  @Transactional
  public void changeTags(List<Tag> tags) {
    if (tags.isEmpty()) {
      return;
    }
    TagChecks checks = new TagChecks(now());
    for (Tag tag : tags) {
      now().get(tag.id());
      checks.check(tag.name(), tag.asset(), tag.id());
    }
    tagRows.update(tags);
    recordTags("TAGS_CHANGED", tags);
    announce(new TagsChanged(Set.of(), ids(tags), Set.of()));
  }

  @Override
  @Transactional
  public void deleteTag(TagId id) {
    Tag tag = now().get(id);
    tagRows.delete(id);
    audit.record("TAG_DELETED", "tag " + id.value() + " " + tag.name(), Map.of());
    announce(new TagsChanged(Set.of(), Set.of(), Set.of(id)));
  }

  /** Few tags are told whole, many by number and name. */
  private void recordTags(String action, List<Tag> tags) {
    Object detail =
        tags.size() <= WHOLE_IN_TRAIL
            ? tags
            : tags.stream().map(tag -> tag.id().value() + " " + tag.name()).toList();
    audit.record(action, objects(tags.stream().map(Tag::name).toList(), "tag"), detail);
  }

  private Template template(String code) {
    List<Template> templates = templates();
    return templates.stream()
        .filter(template -> template.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "template",
                    "“%s” is not known".formatted(code),
                    "use one of " + templates.stream().map(Template::code).toList()));
  }

  /** Within a transaction that has changed something, the picture with its own changes. */
  private Snapshot now() {
    if (TransactionSynchronizationManager.getResource(this) instanceof Changes own) {
      return own.picture();
    }
    Snapshot known = snapshot;
    return known == null ? load() : known;
  }

  private synchronized Snapshot load() {
    Snapshot fresh = read();
    snapshot = fresh;
    return fresh;
  }

  private Snapshot read() {
    return new Snapshot(new AssetTree(assetRows.list()), tagRows.list());
  }

  private void announce(Object change) {
    Changes changes = (Changes) TransactionSynchronizationManager.getResource(this);
    if (changes == null) {
      changes = new Changes(now());
      TransactionSynchronizationManager.bindResource(this, changes);
      TransactionSynchronizationManager.registerSynchronization(changes);
    }
    changes.add(change);
  }

  /** What one transaction has changed; others see it only when it is committed. */
  private final class Changes implements TransactionSynchronization {
    private final List<Object> announcements = new ArrayList<>();
    private Snapshot own;
    private boolean staleAssets;
    private boolean staleTags;

    Changes(Snapshot before) {
      own = before;
    }

    void add(Object change) {
      announcements.add(change);
      staleAssets |= change instanceof AssetsChanged;
      staleTags |= change instanceof TagsChanged;
    }

    Snapshot picture() {
      if (staleAssets || staleTags) {
        AssetTree tree = staleAssets ? new AssetTree(assetRows.list()) : own.tree();
        own = staleTags ? new Snapshot(tree, tagRows.list()) : own.with(tree);
        staleAssets = false;
        staleTags = false;
      }
      return own;
    }

    @Override
    public void afterCommit() {
      own = load();
      announcements.forEach(events::publishEvent);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(StoredAssets.this);
    }
  }

  private static Set<TagId> ids(List<Tag> tags) {
    return tags.stream().map(Tag::id).collect(Collectors.toUnmodifiableSet());
  }

  private static String objects(List<String> names, String kind) {
    return names.size() == 1
        ? kind + " " + names.getFirst()
        : "%d %ss, %s … %s".formatted(names.size(), kind, names.getFirst(), names.getLast());
  }
}
