package io.kunan.kernel;

/**
 * A measured or calculated quantity of a plant, by its number in this installation. The name people
 * use stands in the asset tree and may change; the number never does.
 *
 * @param value positive
 */
public record TagId(int value) implements Comparable<TagId> {
  public TagId {
    if (value <= 0) {
      throw new IllegalArgumentException("a tag number is positive, not " + value);
    }
  }

  @Override
  public int compareTo(TagId other) {
    return Integer.compare(value, other.value);
  }
}
