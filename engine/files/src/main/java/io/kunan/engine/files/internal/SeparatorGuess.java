package io.kunan.engine.files.internal;

import io.kunan.engine.files.FileFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Finds the separator by which most lines fall into the same number of cells, more than one. The
 * comma comes last of the characters because it may also be the decimal sign.
 */
final class SeparatorGuess {
  private static final int LINES = 200;
  private static final double AGREEMENT = 0.8;

  private SeparatorGuess() {}

  static char of(String head, int skipLines) {
    List<String> lines =
        head.lines().skip(skipLines).filter(line -> !line.isBlank()).limit(LINES).toList();
    for (char candidate : new char[] {'\t', ';', '|', ','}) {
      if (splits(lines, line -> cells(line, candidate))) {
        return candidate;
      }
    }
    return splits(lines, line -> line.strip().split("\\s+").length) ? FileFormat.WHITE_SPACE : ',';
  }

  private static boolean splits(List<String> lines, ToIntFunction<String> cells) {
    Map<Integer, Long> linesByCells =
        lines.stream()
            .map(cells::applyAsInt)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return linesByCells.entrySet().stream()
        .max(Comparator.comparing(Map.Entry::getValue))
        .filter(most -> most.getKey() > 1 && most.getValue() >= AGREEMENT * lines.size())
        .isPresent();
  }

  private static int cells(String line, char separator) {
    int cells = 1;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        cells++;
      }
    }
    return cells;
  }
}
