package io.kunan.engine.files;

import io.kunan.engine.files.internal.DataFile;
import io.kunan.engine.files.internal.TimedRows;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The different words that stand in columns of a file, so that each can become a state of a digital
 * tag. Reads the rows that {@link PointFile} would read.
 *
 * @param path a text file, gzip-ped or not, or a Parquet file
 * @param format what is known of its form
 * @param columns names of the columns to look at
 */
public record ColumnWords(Path path, FileFormat format, List<String> columns) {
  public ColumnWords {
    columns = List.copyOf(columns);
  }

  /**
   * The words of each column in the order in which they first occur, as far as was read when the
   * progress says stop.
   *
   * @param most how many different words a column of states may hold
   * @throws InputException when a column holds more words than that, or is not there
   */
  public Map<String, Set<String>> read(int most, Progress progress) {
    DataFile file = DataFile.examine(path, format);
    Map<String, Set<String>> words = new LinkedHashMap<>();
    columns.forEach(column -> words.put(column, new LinkedHashSet<>()));
    try (TimedRows rows = new TimedRows(file, progress)) {
      List<String> names = rows.row().columns();
      int[] places = columns.stream().mapToInt(name -> place(names, name)).toArray();
      while (rows.next()) {
        for (int i = 0; i < places.length; i++) {
          if (!rows.row().isMissing(places[i])) {
            take(
                columns.get(i),
                rows.row().text(places[i]),
                Objects.requireNonNull(words.get(columns.get(i))),
                most);
          }
        }
      }
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "it cannot be read: " + e.getMessage(), "check the file", e);
    }
    return words;
  }

  private int place(List<String> names, String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new InputException(
          path.toString(), "it has no column “%s”".formatted(name), "use one of " + names);
    }
    return place;
  }

  private void take(String column, String word, Set<String> known, int most) {
    if (known.add(word) && known.size() > most) {
      throw new InputException(
          "%s, column %s".formatted(path, column),
          "it holds more than %d different words, so they are no states".formatted(most),
          "leave the column out, or name a tag of numbers");
    }
  }
}
