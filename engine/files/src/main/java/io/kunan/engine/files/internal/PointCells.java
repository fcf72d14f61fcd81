package io.kunan.engine.files.internal;

import io.kunan.engine.files.PointColumn;
import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;
import javax.measure.UnitConverter;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one column into points of one tag. */
public final class PointCells {
  private final PointColumn column;
  private final int index;
  private final int tag;
  private final @Nullable UnitConverter converter;

  private PointCells(PointColumn column, int index, @Nullable UnitConverter converter) {
    this.column = column;
    this.index = index;
    this.tag = column.tag().value();
    this.converter = converter;
  }

  /**
   * Finds the column in the file and proves that its unit can be converted.
   *
   * @throws InputException when the column is not there, or the units do not fit
   */
  public static PointCells of(Path file, PointColumn column, List<String> names) {
    int index = SampleColumns.indexOf(file, names, column.column());
    if (column.fileUnit().equals(column.tagUnit())) {
      return new PointCells(column, index, null);
    }
    try {
      UnitConverter converter =
          PlantUnits.get(column.fileUnit()).getConverterToAny(PlantUnits.get(column.tagUnit()));
      return new PointCells(column, index, converter);
    } catch (IncommensurableException | UnconvertibleException e) {
      throw new InputException(
          "%s, column %s".formatted(file, column.column()),
          "%s cannot be turned into %s".formatted(column.fileUnit(), column.tagUnit()),
          "name the unit of the file, of the same dimension as that of the tag",
          e);
    }
  }

  /** Adds the point of the row in hand; nothing for an empty or rejected cell. */
  public void add(TimedRows rows, PointBatch.Builder batch) {
    Rows row = rows.row();
    if (row.isMissing(index)) {
      return;
    }
    double value = column.states().isEmpty() ? number(rows) : state(rows, column.states());
    if (!Double.isNaN(value)) {
      batch.add(tag, rows.time(), value, Quality.GOOD);
    }
  }

  private double number(TimedRows rows) {
    double value = rows.row().number(index);
    if (Double.isNaN(value)) {
      reject(rows, "is no number");
      return value;
    }
    return converter == null ? value : converter.convert(value);
  }

  private double state(TimedRows rows, Map<String, Integer> states) {
    Integer state = states.get(rows.row().text(index));
    if (state == null) {
      reject(rows, "is no known state");
      return Double.NaN;
    }
    return state;
  }

  private void reject(TimedRows rows, @Sentence String reason) {
    rows.findings().rejectCell(rows.row().line(), column.column(), rows.row().text(index), reason);
  }
}
