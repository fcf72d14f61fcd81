package io.kunan.engine.vision;

import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The classes a recipe tells apart, by the numbers that stand in label images.
 *
 * @param all two or more, numbers unique; the first is what surrounds the objects, the matrix
 */
public record PhaseClasses(List<PhaseClass> all) {
  /**
   * One class.
   *
   * @param number in label images, 0 to 254
   * @param name for people
   */
  public record PhaseClass(int number, String name) {}

  public PhaseClasses {
    all = List.copyOf(all);
    long numbers = all.stream().mapToInt(PhaseClass::number).distinct().count();
    boolean inRange = all.stream().allMatch(c -> c.number() >= 0 && c.number() < 255);
    if (all.size() < 2 || numbers != all.size() || !inRange) {
      throw new InputException(
          "classes",
          all.stream().map(c -> c.number() + "=" + c.name()).collect(Collectors.joining(",")),
          "give two or more different numbers from 0 to 254, the matrix first");
    }
  }

  /** Reads {@code 0=matrix,1=fine,2=coarse}. */
  public static PhaseClasses parse(String text) {
    List<PhaseClass> classes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.split("=", 2);
      if (sides.length < 2 || !sides[0].strip().matches("\\d{1,3}") || sides[1].isBlank()) {
        throw new InputException(
            "classes", "“%s” is no class".formatted(part), "write 0=matrix,1=fine,2=coarse");
      }
      classes.add(new PhaseClass(Integer.parseInt(sides[0].strip()), sides[1].strip()));
    }
    return new PhaseClasses(classes);
  }

  public int size() {
    return all.size();
  }

  public int number(int index) {
    return all.get(index).number();
  }

  public String name(int index) {
    return all.get(index).name();
  }

  /** The index of each possible number, −1 where it is no class. */
  public int[] indices() {
    int[] indices = new int[256];
    Arrays.fill(indices, -1);
    for (int i = 0; i < all.size(); i++) {
      indices[all.get(i).number()] = i;
    }
    return indices;
  }
}
