package io.kunan.app.demo;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.plant.potline.PotlineTags;
import io.kunan.plant.potline.TagDescription;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetDraft;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagDraft;
import io.kunan.platform.assets.TagTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The company tree of the demo, and the tags of its line as the plant describes them. */
final class DemoAssets {
  private static final String POT = "pot-500kA";
  private static final String STRIP_MILL = "BD";
  private static final int ROW = 50;
  private static final String NAMESPACE = "nsu=urn:kunan:plant:potline:tags;s=";

  private final Assets assets;
  private final int pots;

  DemoAssets(Assets assets, int pots) {
    this.assets = assets;
    this.pots = pots;
  }

  /** Number of each of the plant's tags, by its place in the plant's list; made on first use. */
  int[] tagNumbers() {
    List<TagDescription> described = PotlineTags.of(pots);
    if (assets.tags().find(described.getFirst().name()).isEmpty()) {
      createTags(described, createAssets());
    }
    return described.stream()
        .mapToInt(tag -> assets.tags().find(tag.name()).orElseThrow().id().value())
        .toArray();
  }

  /** The line. */
  Asset line() {
    return assets.tree().list().stream()
        .filter(asset -> asset.kind() == AssetKind.LINE)
        .findFirst()
        .orElseThrow();
  }

  /** A strip mill that is only planned; made on first use. */
  AssetId stripMill() {
    return assets.tree().list().stream()
        .filter(asset -> asset.code().equals(STRIP_MILL))
        .map(Asset::id)
        .findFirst()
        .orElseGet(
            () ->
                assets
                    .create(
                        AssetDraft.of(
                                company(),
                                AssetKind.PLANT,
                                STRIP_MILL,
                                new Text("板带厂（生成的示例）", "Strip mill (generated example)"))
                            .withAttributes(Map.of(Asset.ZONE, "Asia/Shanghai")))
                    .id());
  }

  private AssetId company() {
    return assets.tree().list().stream()
        .filter(asset -> asset.kind() == AssetKind.COMPANY)
        .map(Asset::id)
        .findFirst()
        .orElseThrow();
  }

  /** Asset of each pot and of the line, by the plant's name for it. */
  Map<String, AssetId> bySource() {
    Map<String, AssetId> found = new HashMap<>();
    for (Asset asset : assets.tree().list()) {
      String source = asset.attributes().get("source");
      if (source != null) {
        found.put(source, asset.id());
      }
    }
    return found;
  }

  /** Node of each tag in the address space of the plant. */
  Map<TagId, String> nodes() {
    Map<TagId, String> nodes = new HashMap<>();
    for (Tag tag : assets.tags().list()) {
      if (tag.name().startsWith(PotlineTags.LINE + ".")) {
        nodes.put(tag.id(), NAMESPACE + tag.name());
      }
    }
    return nodes;
  }

  private Map<String, AssetId> createAssets() {
    AssetId group = create(null, AssetKind.GROUP, "KN", "坤安示范集团", "Kunan demo group");
    AssetId company = create(group, AssetKind.COMPANY, "YL", "云岭铝业", "Yunling Aluminium");
    AssetId plant =
        assets
            .create(
                AssetDraft.of(company, AssetKind.PLANT, "DJ", new Text("电解厂", "Smelter"))
                    .withAttributes(Map.of(Asset.ZONE, "Asia/Shanghai")))
            .id();
    AssetId line =
        assets
            .create(
                new AssetDraft(
                    plant,
                    AssetKind.LINE,
                    PotlineTags.LINE,
                    new Text("电解二系列", "Potline 2"),
                    null,
                    new Asset.Position(1, 1),
                    Map.of(
                        "source", PotlineTags.LINE,
                        "temperatureTarget", "955",
                        "excessTarget", "10",
                        "nominalCurrent_kA", "500")))
            .id();
    List<AssetDraft> drafts = new ArrayList<>();
    for (int place = 0; place < pots; place++) {
      drafts.add(pot(line, place));
    }
    Map<String, AssetId> ids = new HashMap<>();
    ids.put(PotlineTags.LINE, line);
    List<Asset> made = assets.createAll(drafts);
    for (int place = 0; place < pots; place++) {
      ids.put(PotlineTags.pot(place), made.get(place).id());
    }
    return ids;
  }

  private AssetDraft pot(AssetId line, int place) {
    String source = PotlineTags.pot(place);
    String number = source.substring(source.indexOf('.') + 1);
    String hall = PotlineTags.hall(place, pots);
    return new AssetDraft(
        line,
        AssetKind.EQUIPMENT,
        number,
        new Text(number + " 号槽", "Pot " + number),
        POT,
        new Asset.Position(place / ROW + 1, place % ROW + 1),
        Map.of("source", source, "hall", hall.substring(hall.indexOf('.') + 1)));
  }

  private AssetId create(
      @Nullable AssetId parent, AssetKind kind, String code, String zh, String en) {
    return assets.create(AssetDraft.of(parent, kind, code, new Text(zh, en))).id();
  }

  private void createTags(List<TagDescription> described, Map<String, AssetId> ids) {
    List<TagDraft> drafts =
        described.stream()
            .map(tag -> new TagDraft(tag.name(), owner(ids, tag), traits(tag)))
            .toList();
    assets.createTags(drafts);
  }

  private static AssetId owner(Map<String, AssetId> ids, TagDescription tag) {
    AssetId owner = ids.get(tag.asset());
    if (owner == null) {
      throw new IllegalStateException("the plant describes a tag of an unknown " + tag.asset());
    }
    return owner;
  }

  private static TagTraits traits(TagDescription tag) {
    return new TagTraits(
        tag.key(),
        new Text(tag.label().zh(), tag.label().en()),
        group(tag),
        tag.unit(),
        tag.range().low(),
        tag.range().high(),
        tag.states().isEmpty() ? tag.normal().low() : null,
        tag.states().isEmpty() ? tag.normal().high() : null,
        tag.step(),
        tag.states().stream()
            .map(s -> new TagTraits.State(s.value(), s.label().zh(), s.label().en()))
            .toList(),
        TagTraits.DEFAULT_CLASS,
        Duration.ofSeconds(1),
        true);
  }

  private static Text group(TagDescription tag) {
    return switch (tag.kind()) {
      case MEASURED -> new Text("测量", "Measured");
      case CALCULATED -> new Text("计算", "Calculated");
      case LABORATORY -> new Text("化验", "Laboratory");
      case SET_POINT -> new Text("设定", "Set-points");
    };
  }
}
