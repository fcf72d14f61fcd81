package io.kunan.platform.assets;

import io.kunan.kernel.TagId;
import java.util.Set;

/** Announced after tags were made, changed or deleted; the catalogue already answers so. */
public record TagsChanged(Set<TagId> created, Set<TagId> changed, Set<TagId> deleted) {
  public TagsChanged {
    created = Set.copyOf(created);
    changed = Set.copyOf(changed);
    deleted = Set.copyOf(deleted);
  }
}
