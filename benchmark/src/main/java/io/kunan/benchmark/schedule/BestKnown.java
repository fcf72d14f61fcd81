package io.kunan.benchmark.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The best known plans of the public collections, from the data folder's CSV files. */
final class BestKnown {
  /**
   * One instance.
   *
   * @param folder of the data and form of the instance
   * @param entry in the folder's zip file
   * @param makespan of the best known plan
   * @param cpSat600 what CP-SAT had after 600 s on 8 threads, as published; null when nothing
   */
  record Instance(
      String name, String folder, String entry, int makespan, @Nullable Integer cpSat600) {}

  private static final List<String> SHORT =
      List.of(
          "ft10", "la38", "la29", "abz7", "orb03", "swv06", "ta21", "mk06", "mk10", "tai50_20_0");

  private final Map<String, Instance> instances = new LinkedHashMap<>();

  BestKnown(Path data) throws IOException {
    for (String[] row : rows(data.resolve("jobshop/best_known.csv"))) {
      String name = row[0].endsWith("js") ? row[0].substring(0, row[0].length() - 2) : row[0];
      put(name, "jobshop", row[0] + ".txt", row[4], row[5]);
    }
    for (String[] row : rows(data.resolve("flexible-jobshop/best_known.csv"))) {
      put(row[1], "flexible-jobshop", row[0], row[5], "None");
    }
    for (String[] row : rows(data.resolve("flowshop/bounds.csv"))) {
      put(row[0].replace(".fsp", ""), "flowshop", row[0], row[4], "None");
    }
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
  }

  private void put(String name, String folder, String entry, String best, String cpSat) {
    if (best.matches("\\d+")) {
      Integer peer = cpSat.matches("\\d+") ? (Integer) Integer.parseInt(cpSat) : null;
      instances.put(name, new Instance(name, folder, entry, Integer.parseInt(best), peer));
    }
  }

  /**
   * Instances by names, {@code short}, {@code all}, or a prefix with a star such as {@code la*}.
   */
  List<Instance> named(String names) {
    List<String> wanted = names.equals("short") ? SHORT : List.of(names.split(","));
    List<Instance> found =
        wanted.stream()
            .flatMap(
                word ->
                    instances.values().stream()
                        .filter(
                            i ->
                                names.equals("all")
                                    || i.name().equals(word)
                                    || (word.endsWith("*")
                                        && i.name()
                                            .startsWith(word.substring(0, word.length() - 1)))))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no instance is called " + names);
    }
    return found;
  }
}
