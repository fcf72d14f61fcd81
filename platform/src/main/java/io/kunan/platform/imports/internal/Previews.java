package io.kunan.platform.imports.internal;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.FilePreview;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import io.kunan.platform.imports.ImportOptions;
import io.kunan.platform.imports.ImportPreview;
import io.kunan.platform.imports.ImportPreview.ColumnKind;
import io.kunan.platform.imports.ImportPreview.PreviewColumn;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the first rows of a kept file. */
final class Previews {
  private static final int CELL = 200;
  private static final int CELLS = 20_000;
  private static final int SAMPLE = 5;

  private Previews() {}

  /**
   * What a file looks like. The column of times is the one named, else the first that holds times.
   *
   * @param name of the file, for people
   * @param usual the zone when none is named
   * @throws InputException when nothing can be read, or what was said about the file is wrong
   */
  static ImportPreview of(Path file, String name, ImportOptions options, ZoneId usual) {
    try {
      FilePreview plain = FilePreview.of(file, options.format(usual));
      String time = options.timeColumn() == null ? firstTime(plain) : options.timeColumn();
      FilePreview timed =
          time == null
              ? plain
              : FilePreview.of(file, plain.format().withTime(time, options.timeFormat()));
      return preview(plain, timed);
    } catch (InputException e) {
      throw named(e, file, name);
    }
  }

  /** The same refusal with the name of the file as people know it. */
  static InputException named(InputException e, Path file, String name) {
    return new InputException(e.where().replace(file.toString(), name), e.found(), e.remedy(), e);
  }

  private static @Nullable String firstTime(FilePreview preview) {
    return preview.columns().stream()
        .filter(column -> column.kind() == ColumnPreview.Kind.TIME)
        .map(ColumnPreview::name)
        .findFirst()
        .orElse(null);
  }

  private static ImportPreview preview(FilePreview plain, FilePreview timed) {
    FileFormat format = timed.format();
    Character separator = format.separator();
    Charset charset = format.charset();
    return new ImportPreview(
        separator == null ? null : separator.toString(),
        separator == null || charset == null ? null : charset.name(),
        format.decimal() != null && format.decimal() == ',',
        !Boolean.FALSE.equals(format.header()),
        format.skipLines(),
        format.time(),
        format.timeFormat(),
        format.zone().getId(),
        trouble(timed),
        columns(plain, format.time()),
        rows(timed));
  }

  private static @Sentence String trouble(FilePreview preview) {
    return preview.format().time() == null
        ? "no column holds times; name the one that does, and how they are written"
        : preview.timeTrouble();
  }

  private static List<PreviewColumn> columns(FilePreview preview, @Nullable String time) {
    List<PreviewColumn> columns = new ArrayList<>();
    for (int i = 0; i < preview.columns().size(); i++) {
      ColumnPreview column = preview.columns().get(i);
      int place = i;
      List<String> sample =
          preview.rows().stream()
              .map(row -> shown(row.get(place)))
              .filter(cell -> !cell.isEmpty())
              .distinct()
              .limit(SAMPLE)
              .toList();
      columns.add(new PreviewColumn(column.name(), kind(column, time), column.unit(), sample));
    }
    return columns;
  }

  private static ColumnKind kind(ColumnPreview column, @Nullable String time) {
    if (column.name().equals(time)) {
      return ColumnKind.TIME;
    }
    return switch (column.kind()) {
      case TIME -> ColumnKind.TIME;
      case NUMBERS -> ColumnKind.NUMBER;
      case WORDS -> ColumnKind.TEXT;
      case EMPTY -> ColumnKind.EMPTY;
    };
  }

  private static List<List<String>> rows(FilePreview preview) {
    int width = Math.max(1, preview.columns().size());
    return preview.rows().stream()
        .limit(Math.max(5, CELLS / width))
        .map(row -> row.stream().map(Previews::shown).toList())
        .toList();
  }

  private static String shown(String cell) {
    String text = cell.length() > CELL ? cell.substring(0, CELL) + "…" : cell;
    return text.replace('\0', '\uFFFD');
  }
}
