package io.kunan.engine.optimise.internal.files;

import io.kunan.engine.optimise.FlowShopProblem;
import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.ShopProblem.Alternative;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;

/** The text formats of the public benchmark collections. */
public final class ShopText {
  /** Plans longer than that would overflow the arithmetic of the search. */
  private static final long MAX_HORIZON = 1L << 30;

  private static final int MAX_OPERATIONS = 5_000_000;

  private final NumberRows rows;
  private long horizon;

  private ShopText(SourceText source) {
    rows = new NumberRows(source);
  }

  /**
   * Classical job shop: {@code jobs machines}, then for each job a row of machine–duration pairs,
   * machines from 0. A row has as many pairs as there are machines, or ends with {@code -1 -1}.
   */
  public static ShopProblem jobShop(SourceText source) {
    return new ShopText(source).readJobShop();
  }

  /**
   * Flexible job shop: {@code jobs machines [alternatives]}, then for each job a row of its number
   * of operations and, for each, the number of alternatives and as many machine–duration pairs,
   * machines from 1.
   */
  public static ShopProblem flexibleJobShop(SourceText source) {
    return new ShopText(source).readFlexible();
  }

  /**
   * Permutation flow shop, either of Taillard (words, {@code jobs machines seed upper lower},
   * words, a row for each machine) or of Vallada, Ruiz and Framinan ({@code jobs machines}, a row
   * of machine–duration pairs for each job, machines from 0).
   */
  public static FlowShopProblem flowShop(SourceText source) {
    return new ShopText(source).readFlowShop();
  }

  private ShopProblem readJobShop() {
    int[] size = header(2, 2, "jobs machines");
    List<List<List<Alternative>>> routes = new ArrayList<>(size[0]);
    for (int j = 0; j < size[0]; j++) {
      int[] row = rows.next("the row of job %d of %d".formatted(j + 1, size[0]));
      boolean isEnded = row.length >= 2 && row[row.length - 1] == -1 && row[row.length - 2] == -1;
      int numbers = isEnded ? row.length - 2 : row.length;
      if (numbers % 2 != 0 || (!isEnded && numbers != 2 * size[1])) {
        throw new InputException(
            rows.where(),
            "the row of job %d has %d numbers".formatted(j + 1, row.length),
            "give %d machine–duration pairs, or end a shorter or longer row with -1 -1"
                .formatted(size[1]));
      }
      List<List<Alternative>> route = new ArrayList<>(numbers / 2);
      for (int i = 0; i < numbers; i += 2) {
        route.add(List.of(alternative(row[i], row[i + 1], size[1], 0)));
        horizon += row[i + 1];
      }
      routes.add(route);
    }
    return finished(new ShopProblem(size[1], routes));
  }

  private ShopProblem readFlexible() {
    int[] size = header(2, 3, "jobs machines [mean number of alternatives]");
    List<List<List<Alternative>>> routes = new ArrayList<>(size[0]);
    for (int j = 0; j < size[0]; j++) {
      int[] row = rows.next("the row of job %d of %d".formatted(j + 1, size[0]));
      routes.add(flexibleRoute(row, j, size[1]));
    }
    return finished(new ShopProblem(size[1], routes));
  }

  private List<List<Alternative>> flexibleRoute(int[] row, int job, int machines) {
    int operations = row[0];
    List<List<Alternative>> route = new ArrayList<>();
    int at = 1;
    for (int o = 0; o < operations; o++) {
      int ways = at < row.length ? row[at++] : -1;
      if (ways < 1 || at + 2L * ways > row.length) {
        throw new InputException(
            rows.where(),
            "operation %d of job %d is said to have %d alternatives, and %d numbers are left"
                .formatted(o + 1, job + 1, ways, Math.max(0, row.length - at)),
            "give at least one machine–duration pair for each operation");
      }
      List<Alternative> alternatives = new ArrayList<>(ways);
      int longest = 0;
      for (int k = 0; k < ways; k++, at += 2) {
        alternatives.add(alternative(row[at], row[at + 1], machines, 1));
        longest = Math.max(longest, row[at + 1]);
      }
      horizon += longest;
      route.add(alternatives);
    }
    if (at != row.length) {
      throw new InputException(
          rows.where(),
          "job %d has %d numbers more than its %d operations need"
              .formatted(job + 1, row.length - at, operations),
          "check the number of operations and of alternatives");
    }
    return route;
  }

  private FlowShopProblem readFlowShop() {
    boolean isTaillard = !rows.isNumberNext();
    while (!rows.isNumberNext() && !rows.isAtEnd()) {
      rows.nextWords();
    }
    int[] size = header(2, 5, "jobs machines [seed upper-bound lower-bound]");
    isTaillard |= size.length > 2;
    while (!rows.isNumberNext() && !rows.isAtEnd()) {
      rows.nextWords();
    }
    int[][] durations = new int[size[0]][size[1]];
    int count = isTaillard ? size[1] : size[0];
    for (int r = 0; r < count; r++) {
      int[] row = rows.next("row %d of %d".formatted(r + 1, count));
      if (isTaillard) {
        machineRow(row, r, durations);
      } else {
        jobRow(row, r, durations);
      }
    }
    checkSize((long) size[0] * size[1]);
    ended();
    return new FlowShopProblem(durations);
  }

  private void machineRow(int[] row, int machine, int[][] durations) {
    if (row.length != durations.length) {
      throw new InputException(
          rows.where(),
          "the row of machine %d has %d numbers".formatted(machine + 1, row.length),
          "give the durations of %d jobs".formatted(durations.length));
    }
    for (int j = 0; j < row.length; j++) {
      durations[j][machine] = duration(row[j]);
      horizon += row[j];
    }
  }

  private void jobRow(int[] row, int job, int[][] durations) {
    if (row.length != 2 * durations[job].length) {
      throw new InputException(
          rows.where(),
          "the row of job %d has %d numbers".formatted(job + 1, row.length),
          "give %d machine–duration pairs".formatted(durations[job].length));
    }
    for (int i = 0; i < row.length; i += 2) {
      if (row[i] != i / 2) {
        throw new InputException(
            rows.where(),
            "machine %d stands in place %d".formatted(row[i], i / 2),
            "list the machines of a flow shop from 0 on");
      }
      durations[job][i / 2] = duration(row[i + 1]);
      horizon += row[i + 1];
    }
  }

  /** The first two numbers of the first row; the others are remarks, and may be broken ones. */
  private int[] header(int least, int most, String form) {
    String row = rows.nextWords();
    String[] words = row.split("\\s+");
    int[] size = new int[words.length];
    try {
      for (int i = 0; i < size.length; i++) {
        size[i] = i < 2 ? Integer.parseInt(words[i]) : (int) Double.parseDouble(words[i]);
      }
    } catch (NumberFormatException e) {
      size = new int[0];
    }
    if (size.length < least || size.length > most || size[0] < 1 || size[1] < 1) {
      throw new InputException(
          rows.where(),
          "the first row “%s” does not tell the size".formatted(shown(row)),
          "write “%s”, each at least 1".formatted(form));
    }
    checkSize(Math.max(size[0], size[1]));
    return size;
  }

  private static String shown(String row) {
    return row.length() > 40 ? row.substring(0, 40) + "…" : row;
  }

  private Alternative alternative(int machine, int duration, int machines, int base) {
    if (machine < base || machine >= machines + base) {
      throw new InputException(
          rows.where(),
          "there is no machine %d".formatted(machine),
          "use %d to %d, as the first row says".formatted(base, machines + base - 1));
    }
    return new Alternative(machine - base, duration(duration));
  }

  private int duration(int duration) {
    if (duration < 0) {
      throw new InputException(
          rows.where(), "the duration is %d".formatted(duration), "use 0 or more");
    }
    return duration;
  }

  private ShopProblem finished(ShopProblem problem) {
    checkSize(problem.operations());
    ended();
    return problem;
  }

  private void checkSize(long operations) {
    if (operations > MAX_OPERATIONS) {
      throw new InputException(
          rows.where(),
          "%d jobs, machines or operations".formatted(operations),
          "plan at most %d at once".formatted(MAX_OPERATIONS));
    }
  }

  private void ended() {
    if (!rows.isAtEnd()) {
      rows.nextWords();
      throw new InputException(
          rows.where(),
          "there are more rows than the first row says",
          "check the number of jobs and machines");
    }
    if (horizon > MAX_HORIZON) {
      throw new InputException(
          rows.where(),
          "all durations together are %d".formatted(horizon),
          "use a coarser time unit: together at most %d".formatted(MAX_HORIZON));
    }
  }
}
