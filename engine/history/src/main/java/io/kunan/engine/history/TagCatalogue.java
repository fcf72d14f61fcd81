package io.kunan.engine.history;

import io.kunan.kernel.TagId;
import java.util.List;
import java.util.Optional;

/** The names a store keeps for its tags, with what the arithmetic must know of them. */
public interface TagCatalogue {
  /** The tag of this name, made with the next free number when there is none yet. */
  Tag obtain(String name, String unit, boolean step);

  /** Tags for many names at once, in the order asked; one write to disk for all new ones. */
  List<Tag> obtainAll(List<String> names, String unit, boolean step);

  /** Enters a tag or replaces what is known of its number. */
  void define(List<Tag> tags);

  Optional<Tag> find(String name);

  Optional<Tag> find(TagId id);

  /** All tags, by name. */
  List<Tag> list();

  /** Whether the value holds until the next point. A tag nobody described moves on a line. */
  default boolean isStep(TagId id) {
    return find(id).map(Tag::step).orElse(false);
  }
}
