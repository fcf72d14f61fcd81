package io.kunan.engine.learn.internal.features;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides which signals a table offers to a task, from the training rows alone. */
public final class Signals {
  /** Words beyond the most frequent ones are names or remarks, not states. */
  private static final int STATES = 12;

  private Signals() {}

  /**
   * The signals of the task, target first, of a pooled table the target's mean over all groups
   * last; columns that never change in the first {@code rows} rows are left out.
   */
  public static List<Signal> of(Table table, ForecastTask task, int rows) {
    check(table, task);
    List<Signal> signals = new ArrayList<>();
    signals.add(new Signal(task.target(), "", delay(task, task.target()), false));
    for (Column column : table.columns()) {
      String name = column.name();
      if (!name.equals(task.target())
          && !name.equals(task.group())
          && !task.exclude().contains(name)) {
        addSignals(column, delay(task, name), task.events().contains(name), rows, signals);
      }
    }
    if (task.group() != null) {
      signals.add(new Signal(task.target(), "", delay(task, task.target()), true));
    }
    return List.copyOf(signals);
  }

  /** The values of a signal, one for each row; NaN where the cell is missing. */
  static double[] values(Table table, Signal signal) {
    Column column =
        table
            .findColumn(signal.column())
            .orElseThrow(
                () ->
                    new InputException(
                        "column " + signal.column(),
                        "the rows do not have it",
                        "give rows with the columns the model was trained on"));
    return switch (column) {
      case Column.Numbers numbers -> {
        if (!signal.word().isEmpty()) {
          throw new InputException(
              "column " + signal.column(),
              "it holds numbers",
              "words are expected, as in training");
        }
        yield numbers.values();
      }
      case Column.Words words -> indicator(words, signal);
    };
  }

  private static double[] indicator(Column.Words words, Signal signal) {
    double[] values = new double[words.size()];
    for (int row = 0; row < values.length; row++) {
      String word = words.values().get(row);
      values[row] = word.isEmpty() ? Double.NaN : word.equals(signal.word()) ? 1 : 0;
    }
    return values;
  }

  private static void addSignals(
      Column column, long delay, boolean event, int rows, List<Signal> signals) {
    switch (column) {
      case Column.Numbers numbers -> {
        if (event || changes(numbers.values(), rows)) {
          signals.add(new Signal(column.name(), "", delay, false));
        }
      }
      case Column.Words words -> {
        List<String> states = states(words, rows);
        if (event || (states.size() > 1 && states.size() <= STATES)) {
          states.stream()
              .limit(STATES)
              .forEach(word -> signals.add(new Signal(column.name(), word, delay, false)));
        }
      }
    }
  }

  private static boolean changes(double[] values, int rows) {
    double first = Double.NaN;
    for (int row = 0; row < rows; row++) {
      if (!Double.isNaN(values[row])) {
        if (Double.isNaN(first)) {
          first = values[row];
        } else if (values[row] != first) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> states(Column.Words words, int rows) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String word : words.values().subList(0, rows)) {
      if (!word.isEmpty()) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isNoNumber(String word) {
    return !word.isEmpty() && !word.matches("[-+0-9.,eE]+");
  }

  private static long delay(ForecastTask task, String column) {
    return Micros.of(task.arrivalDelays().getOrDefault(column, Duration.ZERO));
  }

  private static void check(Table table, ForecastTask task) {
    if (!table.hasTimes()) {
      throw new InputException("table", "its rows have no time", "name the time column");
    }
    Stream.of(
            Stream.of(task.target()),
            task.exclude().stream(),
            task.knownAhead().stream(),
            task.events().stream(),
            task.arrivalDelays().keySet().stream(),
            task.monotone().keySet().stream())
        .flatMap(names -> names)
        .filter(name -> table.findColumn(name).isEmpty())
        .findFirst()
        .ifPresent(
            name -> {
              throw new InputException(
                  "column " + name,
                  "the table has none of this name",
                  "it has " + String.join(", ", table.columnNames()));
            });
    if (table.findColumn(task.target()).orElseThrow() instanceof Column.Words words) {
      throw new InputException(
          "target " + task.target(),
          "it holds words, such as “%s”"
              .formatted(
                  words.values().stream().filter(Signals::isNoNumber).findFirst().orElse("")),
          "choose a column of numbers, or leave the cells without one empty");
    }
  }
}
