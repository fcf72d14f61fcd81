package io.kunan.platform.assets;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of equipment with the tags it usually has. An asset made from one gets a tag {@code <code
 * of the asset>.<suffix>} for each; later changes of the template leave that asset alone.
 *
 * @param code stable name, such as {@code pot-500kA}
 * @param tags at most {@value #MOST_TAGS}
 */
public record Template(String code, Text name, List<TemplateTag> tags) {
  static final int MOST_TAGS = 500;
  private static final Pattern CODE = Pattern.compile("[^/\\s\\p{Cntrl}][^/\\p{Cntrl}]{0,63}");

  public Template {
    tags = List.copyOf(tags);
    if (!CODE.matcher(code).matches()) {
      throw new InputException(
          "code", "“%s” cannot be used".formatted(code), "use 1 to 64 letters without “/”");
    }
    if (name.zh().isBlank() || name.en().isBlank()) {
      throw new InputException("name", "is empty", "give the name in both languages");
    }
    if (tags.size() > MOST_TAGS) {
      throw new InputException(
          "tags", tags.size() + " are too many", "give at most %,d".formatted(MOST_TAGS));
    }
    Set<String> suffixes = new HashSet<>();
    for (TemplateTag tag : tags) {
      if (!suffixes.add(tag.suffix())) {
        throw new InputException(
            "tags", "the suffix %s stands twice".formatted(tag.suffix()), "give each suffix once");
      }
    }
  }

  /**
   * A tag of the template.
   *
   * @param suffix after the code of the asset
   */
  public record TemplateTag(String suffix, TagTraits traits) {
    private static final Pattern SUFFIX = Pattern.compile("[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,119}");

    public TemplateTag {
      if (!SUFFIX.matcher(suffix).matches()) {
        throw new InputException(
            "suffix", "“%s” cannot be used".formatted(suffix), "use 1 to 120 visible letters");
      }
    }
  }
}
