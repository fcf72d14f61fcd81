package io.kunan.engine.optimise.internal.sheets;

import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** Set-up times by matrix; a family that only machines or routes name needs none. */
final class SetupRows {
  private record Change(String from, String to) {}

  private final Map<String, Map<Change, Integer>> minutes = new LinkedHashMap<>();
  private final Map<String, Set<String>> families = new LinkedHashMap<>();

  boolean add(SheetRow row) {
    String matrix = row.needed(Field.SETUP).orElse("");
    String from = row.needed(Field.FROM).orElse("");
    String to = row.needed(Field.TO).orElse("");
    OptionalInt time = row.whole(Field.MINUTES, 0, 0);
    if (matrix.isEmpty() || from.isEmpty() || to.isEmpty() || time.isEmpty()) {
      return false;
    }
    know(matrix, from);
    know(matrix, to);
    minutes
        .computeIfAbsent(matrix, m -> new LinkedHashMap<>())
        .put(new Change(from, to), time.getAsInt());
    return true;
  }

  boolean has(String matrix) {
    return families.containsKey(matrix);
  }

  /** Takes note that a family occurs on a machine with a matrix. */
  void know(String matrix, String family) {
    families.computeIfAbsent(matrix, m -> new LinkedHashSet<>()).add(family);
  }

  List<SetupMatrix> matrices() {
    List<SetupMatrix> matrices = new ArrayList<>();
    families.forEach(
        (id, names) -> {
          Map<Change, Integer> known = Objects.requireNonNull(minutes.get(id));
          List<List<Integer>> rows = new ArrayList<>();
          for (String from : names) {
            rows.add(
                names.stream().map(to -> known.getOrDefault(new Change(from, to), 0)).toList());
          }
          matrices.add(new SetupMatrix(id, List.copyOf(names), rows));
        });
    return matrices;
  }
}
