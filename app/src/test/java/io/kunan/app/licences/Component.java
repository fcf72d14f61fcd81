package io.kunan.app.licences;

import java.util.List;

/**
 * Something that is not ours.
 *
 * @param name group and artifact, or package
 * @param version as resolved
 * @param licences what its author offers; one that we may use is enough
 */
record Component(String name, String version, List<String> licences)
    implements Comparable<Component> {
  Component {
    licences = List.copyOf(licences);
  }

  @Override
  public int compareTo(Component other) {
    return (name + '@' + version).compareTo(other.name + '@' + other.version);
  }
}
