package io.kunan.scenario.potline.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.AssetKind;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.scenario.potline.PotQuantity;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds lines, pots and their tags in the asset tree. */
@Component
public class Potrooms {
  /** Template of a pot; what else hangs below a line is not shown on the map. */
  public static final String POT = "pot-500kA";

  private final Assets assets;

  Potrooms(Assets assets) {
    this.assets = assets;
  }

  /** Lines that have pots. */
  public List<Asset> lines() {
    return assets.tree().list().stream()
        .filter(asset -> asset.kind() == AssetKind.LINE && !pots(asset.id()).isEmpty())
        .toList();
  }

  /** The pots of a line, by number. */
  public List<Asset> pots(AssetId line) {
    return assets.tree().children(line).stream()
        .filter(asset -> POT.equals(asset.template()))
        .toList();
  }

  public Optional<Tag> tag(AssetId asset, PotQuantity quantity) {
    return assets.tags().find(asset, quantity.key());
  }

  /** What a site has set for a line, such as its target temperature. */
  public double setting(Asset line, String name, double usual) {
    String text = line.attributes().get(name);
    return text == null ? usual : Double.parseDouble(text);
  }

  /** The clock the plant of an asset lives by. */
  public ZoneId zone(AssetId asset) {
    return assets.tree().zone(asset);
  }

  /** The line of a pot. */
  public Optional<Asset> lineOf(AssetId pot) {
    return assets.tree().findAbove(pot, AssetKind.LINE);
  }
}
