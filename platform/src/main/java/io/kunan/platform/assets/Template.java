package io.kunan.platform.assets;

import io.kunan.kernel.Text;
import java.util.List;

/**
 * A kind of equipment with the tags it usually has. Scenarios offer theirs as beans; an asset made
 * from one gets a tag {@code <code of the asset>.<suffix>} for each.
 *
 * @param code stable name, such as {@code pot-500kA}
 */
public record Template(String code, Text name, List<TemplateTag> tags) {
  public Template {
    tags = List.copyOf(tags);
  }

  /**
   * A tag of the template.
   *
   * @param suffix after the code of the asset
   */
  public record TemplateTag(String suffix, TagTraits traits) {}
}
