package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetTree;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.Template;
import io.kunan.platform.web.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Templates, assets and tags to and from files. What is in a file and not here is made, what
 * differs is changed, what cannot be used is told with its line; importing again changes nothing.
 */
@Component
public class AssetFiles {
  private static final int LISTED_REJECTS = 1_000;

  private final Assets assets;
  private final AssetJson json;

  AssetFiles(Assets assets, AssetJson json) {
    this.assets = assets;
    this.json = json;
  }

  /** A line that was left out. */
  public record RejectedLine(long line, @Sentence String reason) {}

  /**
   * What came of an import.
   *
   * @param rejected the first 1,000
   */
  public record AssetImport(int created, int updated, List<RejectedLine> rejected) {
    public AssetImport {
      rejected = List.copyOf(rejected);
    }
  }

  /** Everything, as JSON. */
  public void exportJson(OutputStream to) {
    AssetTree tree = assets.tree();
    json.write(
        assets.templates().stream().map(TemplateLine::of).toList(),
        tree.list().stream().map(asset -> AssetLine.of(tree.path(asset.id()), asset)).toList(),
        tagLines(assets.tags().list()),
        to);
  }

  /** The tags, as a table. */
  public void exportCsv(OutputStream to) throws IOException {
    exportCsv(assets.tags().list(), to);
  }

  /** These tags, as a table. */
  public void exportCsv(List<Tag> tags, OutputStream to) throws IOException {
    TagCsv.write(tagLines(tags), new OutputStreamWriter(to, StandardCharsets.UTF_8));
  }

  /** Takes in a file of either form. */
  @Transactional
  public AssetImport read(Reader file) throws IOException {
    BufferedReader text = new BufferedReader(file);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    text.mark(1 << 16);
    int first = text.read();
    while (first >= 0 && Character.isWhitespace(first)) {
      first = text.read();
    }
    text.reset();
    Lines lines = new Lines();
    if (first == '{') {
      json.read(text, lines);
    } else {
      TagCsv.read(text, lines);
    }
    return lines.store();
  }

  private List<TagLine> tagLines(List<Tag> tags) {
    AssetTree tree = assets.tree();
    return tags.stream().map(tag -> TagLine.of(tree.path(tag.asset()), tag)).toList();
  }

  private record Numbered<T>(T entry, long line) {}

  /** The entries of one file: first all are read, then parents are stored before children. */
  private final class Lines implements AssetJson.Taker, TagCsv.Taker {
    private final List<Numbered<TemplateLine>> templateLines = new ArrayList<>();
    private final Map<Integer, List<Numbered<AssetLine>>> byDepth = new TreeMap<>();
    private final List<Numbered<TagLine>> tagLines = new ArrayList<>();
    private final List<RejectedLine> rejected = new ArrayList<>();
    private int created;
    private int updated;

    @Override
    public void template(TemplateLine template, long line) {
      templateLines.add(new Numbered<>(template, line));
    }

    @Override
    public void asset(AssetLine asset, long line) {
      byDepth
          .computeIfAbsent(asset.depth(), _ -> new ArrayList<>())
          .add(new Numbered<>(asset, line));
    }

    @Override
    public void tag(TagLine tag, long line) {
      tagLines.add(new Numbered<>(tag, line));
    }

    @Override
    public void accept(TagLine tag, long line) {
      tag(tag, line);
    }

    @Override
    public void reject(long line, @Sentence String reason) {
      if (rejected.size() < LISTED_REJECTS) {
        rejected.add(new RejectedLine(line, reason));
      }
    }

    AssetImport store() {
      storeTemplates();
      byDepth.values().forEach(this::storeAssets);
      storeTags();
      rejected.sort(Comparator.comparingLong(RejectedLine::line));
      return new AssetImport(created, updated, rejected);
    }

    private void storeTemplates() {
      Map<String, Template> known = new HashMap<>();
      assets.templates().forEach(template -> known.put(template.code(), template));
      for (Numbered<TemplateLine> numbered : templateLines) {
        tried(
            numbered.line(),
            () -> {
              Template template = numbered.entry().template();
              Template before = known.put(template.code(), template);
              if (before == null) {
                assets.createTemplate(template);
                created++;
              } else if (!before.equals(template)) {
                assets.changeTemplate(template);
                updated++;
              }
            });
      }
    }

    private void storeAssets(List<Numbered<AssetLine>> level) {
      AssetTree tree = assets.tree();
      AssetChecks checks = new AssetChecks(tree);
      List<AssetDraft> fresh = new ArrayList<>();
      for (Numbered<AssetLine> numbered : level) {
        tried(
            numbered.line(),
            () -> {
              AssetDraft draft = draft(tree, numbered.entry());
              Asset known = tree.findPath(numbered.entry().path()).orElse(null);
              if (known == null) {
                checks.checkNew(draft);
                fresh.add(draft);
              } else if (!AssetRows.asset(known.id(), draft).equals(known)) {
                // Checked before: a refusal inside the change would end the whole transaction.
                checks.checkChange(known.id(), draft);
                assets.change(known.id(), draft);
                updated++;
              }
            });
      }
      assets.createAll(fresh);
      created += fresh.size();
    }

    private AssetDraft draft(AssetTree tree, AssetLine line) {
      AssetId parent =
          line.parentPath().isEmpty() ? null : at(tree, "path", line.parentPath()).id();
      return new AssetDraft(
          parent,
          line.kind(),
          line.code(),
          line.name(),
          line.template(),
          line.position(),
          Objects.requireNonNullElse(line.attributes(), Map.of()));
    }

    private void storeTags() {
      AssetTree tree = assets.tree();
      TagChecks checks = new TagChecks(new Snapshot(tree, assets.tags().list()));
      List<TagDraft> fresh = new ArrayList<>();
      List<Tag> changed = new ArrayList<>();
      for (Numbered<TagLine> numbered : tagLines) {
        tried(
            numbered.line(),
            () -> {
              TagLine line = numbered.entry();
              AssetId asset = at(tree, "asset", line.assetOrRefuse()).id();
              Tag known = assets.tags().find(line.nameOrRefuse()).orElse(null);
              checks.check(line.nameOrRefuse(), asset, known == null ? null : known.id());
              add(line, asset, known, fresh, changed);
            });
      }
      assets.createTags(fresh);
      assets.changeTags(changed);
      created += fresh.size();
      updated += changed.size();
    }

    private void add(
        TagLine line, AssetId asset, @Nullable Tag known, List<TagDraft> fresh, List<Tag> changed) {
      if (known == null) {
        fresh.add(new TagDraft(line.nameOrRefuse(), asset, line.traits()));
        return;
      }
      Tag next = new Tag(known.id(), known.name(), asset, line.traits());
      if (!next.equals(known)) {
        changed.add(next);
      }
    }

    private void tried(long line, Runnable storing) {
      try {
        storing.run();
      } catch (InputException | Refusal e) {
        reject(line, String.valueOf(e.getMessage()));
      }
    }

    private static Asset at(AssetTree tree, String field, String path) {
      return tree.findPath(path)
          .orElseThrow(
              () ->
                  new InputException(
                      field, "%s does not exist".formatted(path), "list the asset before it"));
    }
  }
}
