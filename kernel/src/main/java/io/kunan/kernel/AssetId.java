package io.kunan.kernel;

/**
 * A group, company, plant, line or piece of equipment (ISA-95), by its number in this installation.
 *
 * @param value positive
 */
public record AssetId(int value) implements Comparable<AssetId> {
  public AssetId {
    if (value <= 0) {
      throw new IllegalArgumentException("an asset number is positive, not " + value);
    }
  }

  @Override
  public int compareTo(AssetId other) {
    return Integer.compare(value, other.value);
  }
}
