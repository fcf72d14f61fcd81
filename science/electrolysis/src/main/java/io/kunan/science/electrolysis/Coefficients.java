package io.kunan.science.electrolysis;

import io.kunan.kernel.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named, versioned set of coefficients read from one file.
 *
 * <p>The file is text in UTF-8. Lines {@code # set = …}, {@code # version = …} and {@code # purpose
 * = …} come first; every other line that is neither empty nor a comment holds {@code symbol ; value
 * ; unit ; low ; high ; source ; flag}. A file serves one {@link Purpose} only and is refused for
 * another: a model that was given the numbers of the virtual plant it is tested on would look
 * better than it is.
 */
public final class Coefficients {

  /** Who may work with a set. */
  public enum Purpose {
    /** The truth of a virtual plant. Never seen by a model. */
    VIRTUAL_PLANT,
    /** The knowledge of a model or an advisor. Never used by a virtual plant. */
    MODEL
  }

  private static final String PUBLISHED = "published.coefficients";

  private final String set;
  private final String version;
  private final Purpose purpose;
  private final Map<String, Coefficient> bySymbol;

  private Coefficients(
      String set, String version, Purpose purpose, Map<String, Coefficient> bySymbol) {
    this.set = set;
    this.version = version;
    this.purpose = purpose;
    this.bySymbol = Collections.unmodifiableMap(bySymbol);
  }

  /** The published correlations that come with this module, against which test points stand. */
  public static Coefficients published() {
    InputStream stream = Coefficients.class.getResourceAsStream(PUBLISHED);
    if (stream == null) {
      throw new InputException(PUBLISHED, "is not in the program", "build the program again");
    }
    return read(PUBLISHED, new InputStreamReader(stream, StandardCharsets.UTF_8), Purpose.MODEL);
  }

  /**
   * Reads a set.
   *
   * @param name of the file, for messages
   * @param wanted what the caller is; the file must have been written for it
   * @throws InputException naming file and line when a line cannot be used, a symbol stands twice,
   *     a value lies outside its own range, or the file serves another purpose
   */
  public static Coefficients read(String name, Reader reader, Purpose wanted) {
    var header = new LinkedHashMap<String, String>();
    var rows = new LinkedHashMap<String, Coefficient>();
    try (var lines = new BufferedReader(reader)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String where = name + " line " + number;
        if (line.startsWith("#")) {
          readHeader(line, header);
        } else if (!line.isBlank()) {
          Coefficient row = readRow(where, line);
          if (rows.put(row.symbol(), row) != null) {
            throw new InputException(where, row.symbol() + " stands twice", "keep one of them");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    Purpose purpose = purposeOf(name, header.get("purpose"));
    if (purpose != wanted) {
      throw new InputException(
          name,
          "was written for " + text(purpose) + ", not for " + text(wanted),
          "give %s its own coefficient file".formatted(text(wanted)));
    }
    return new Coefficients(
        required(name, header, "set"), required(name, header, "version"), purpose, rows);
  }

  private static void readHeader(String line, Map<String, String> header) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      header.putIfAbsent(line.substring(1, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  private static Coefficient readRow(String where, String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(";", -1)) {
      cells.add(cell.strip());
    }
    if (cells.size() != 7) {
      throw new InputException(
          where,
          cells.size() + " columns",
          "write symbol ; value ; unit ; low ; high ; source ; flag");
    }
    var row =
        new Coefficient(
            cells.get(0),
            number(where, "value", cells.get(1)),
            cells.get(2),
            number(where, "low", cells.get(3)),
            number(where, "high", cells.get(4)),
            cells.get(5),
            flag(where, cells.get(6)));
    if (!new Limits(row.low(), row.high()).hold(row.value())) {
      throw new InputException(
          where,
          "%s = %s".formatted(row.symbol(), row.value()),
          "stay between %s and %s".formatted(row.low(), row.high()));
    }
    return row;
  }

  private static double number(String where, String column, String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new InputException(
          where, "%s “%s” is not a number".formatted(column, cell), "write it like 0.0042", e);
    }
  }

  private static Coefficient.Flag flag(String where, String cell) {
    return switch (cell) {
      case "V" -> Coefficient.Flag.PUBLISHED;
      case "M" -> Coefficient.Flag.LITERATURE;
      case "E" -> Coefficient.Flag.PRIOR;
      case "C" -> Coefficient.Flag.COMPUTED;
      default ->
          throw new InputException(
              where, "flag “%s” is not known".formatted(cell), "use V, M, E or C");
    };
  }

  private static Purpose purposeOf(String name, @Nullable String word) {
    for (Purpose purpose : Purpose.values()) {
      if (text(purpose).equals(word)) {
        return purpose;
      }
    }
    throw new InputException(name, "purpose “%s”".formatted(word), "use virtual-plant or model");
  }

  private static String text(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String required(String name, Map<String, String> header, String key) {
    String value = header.get(key);
    if (value == null) {
      throw new InputException(name, "no “# %s = …” line".formatted(key), "add it at the top");
    }
    return value;
  }

  /**
   * The value of a symbol.
   *
   * @throws InputException when the set lacks it
   */
  public double get(String symbol) {
    return describe(symbol).value();
  }

  /**
   * The whole row of a symbol.
   *
   * @throws InputException when the set lacks it
   */
  public Coefficient describe(String symbol) {
    Coefficient found = bySymbol.get(symbol);
    if (found == null) {
      throw new InputException(
          "coefficient set " + set, "has no " + symbol, "add a line for it to the file");
    }
    return found;
  }

  /** Every row in the order of the file. */
  public Collection<Coefficient> all() {
    return bySymbol.values();
  }

  public String set() {
    return set;
  }

  public String version() {
    return version;
  }

  public Purpose purpose() {
    return purpose;
  }
}
