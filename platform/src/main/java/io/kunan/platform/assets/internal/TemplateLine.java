package io.kunan.platform.assets.internal;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Template;
import io.kunan.platform.assets.Template.TemplateTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template in a file.
 *
 * @param tags their names are suffixes, and they are of no asset
 */
record TemplateLine(@Nullable String code, @Nullable Text name, @Nullable List<TagLine> tags) {
  static TemplateLine of(Template template) {
    return new TemplateLine(
        template.code(),
        template.name(),
        template.tags().stream().map(tag -> TagLine.of(tag.suffix(), null, tag.traits())).toList());
  }

  Template template() {
    if (code == null || name == null) {
      throw new InputException("templates", "lacks code or name", "fill both in");
    }
    List<TagLine> lines = tags == null ? List.of() : tags;
    return new Template(
        code,
        name,
        lines.stream().map(line -> new TemplateTag(line.nameOrRefuse(), line.traits())).toList());
  }
}
