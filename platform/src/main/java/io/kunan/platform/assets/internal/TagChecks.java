package io.kunan.platform.assets.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.web.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tag's name and place can be used; several of one request are checked by one instance.
 */
final class TagChecks {
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,199}");

  private final Snapshot now;
  private final Set<String> promised = new HashSet<>();

  TagChecks(Snapshot now) {
    this.now = now;
  }

  void check(String name, AssetId asset, @Nullable TagId self) {
    if (!NAME.matcher(name).matches()) {
      throw new InputException(
          "name", "“%s” cannot be used".formatted(name), "use 1 to 200 visible letters");
    }
    if (now.tree().find(asset).isEmpty()) {
      throw new InputException(
          "assetId", asset.value() + " does not exist", "name an existing asset");
    }
    Optional<Tag> holder = now.find(name).filter(tag -> !tag.id().equals(self));
    if (holder.isPresent() || !promised.add(name)) {
      throw Refusal.conflict("The tag name %s is taken".formatted(name), "choose another name");
    }
  }
}
