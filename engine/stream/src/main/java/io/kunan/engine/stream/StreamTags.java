package io.kunan.engine.stream;

import java.util.Optional;

/** The tags that jobs name. */
public interface StreamTags {
  /** The tag of a name, empty when there is none. */
  Optional<StreamTag> find(String name);
}
