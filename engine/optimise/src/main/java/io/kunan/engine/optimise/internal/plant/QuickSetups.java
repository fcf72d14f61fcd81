package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.SetupMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Set-ups that took less than their matrix says: a family of their own, into which one gets within
 * the minutes there were, and out of which as out of the family it is.
 */
public final class QuickSetups {
  private record Quick(String family, int minutes) {
    String name() {
      return "%s · %d min".formatted(family, minutes);
    }
  }

  private static final Pattern NAME = Pattern.compile("(.+) · \\d+ min");

  private final PlantProblem problem;
  private final Map<String, Set<Quick>> quick = new LinkedHashMap<>();

  QuickSetups(PlantProblem problem) {
    this.problem = problem;
  }

  /** The family that one with a quick set-up is. */
  public static String plain(String family) {
    Matcher matcher = NAME.matcher(family);
    return matcher.matches() ? matcher.group(1) : family;
  }

  /** Name of the family an operation has when there were only so many minutes; null when enough. */
  @Nullable String family(
      @Nullable String matrix, @Nullable String from, @Nullable String to, int minutes) {
    if (matrix == null || from == null || to == null || needed(matrix, from, to) <= minutes) {
      return null;
    }
    Quick one = new Quick(to, Math.max(0, minutes));
    quick.computeIfAbsent(matrix, m -> new LinkedHashSet<>()).add(one);
    return one.name();
  }

  private int needed(String id, String from, String to) {
    for (SetupMatrix matrix : problem.setups()) {
      if (matrix.id().equals(id)) {
        return matrix
            .minutes()
            .get(matrix.families().indexOf(from))
            .get(matrix.families().indexOf(to));
      }
    }
    return 0;
  }

  List<SetupMatrix> matrices() {
    return problem.setups().stream()
        .map(matrix -> with(matrix, List.copyOf(quick.getOrDefault(matrix.id(), Set.of()))))
        .toList();
  }

  private static SetupMatrix with(SetupMatrix matrix, List<Quick> more) {
    if (more.isEmpty()) {
      return matrix;
    }
    List<String> names = new ArrayList<>(matrix.families());
    List<List<Integer>> rows = new ArrayList<>();
    matrix.minutes().forEach(row -> rows.add(widened(matrix, row, more)));
    for (Quick one : more) {
      names.add(one.name());
      int same = matrix.families().indexOf(one.family());
      rows.add(widened(matrix, matrix.minutes().get(same), more));
    }
    return new SetupMatrix(matrix.id(), names, rows);
  }

  private static List<Integer> widened(SetupMatrix matrix, List<Integer> row, List<Quick> more) {
    List<Integer> wide = new ArrayList<>(row);
    for (Quick one : more) {
      wide.add(Math.min(one.minutes(), row.get(matrix.families().indexOf(one.family()))));
    }
    return wide;
  }
}
