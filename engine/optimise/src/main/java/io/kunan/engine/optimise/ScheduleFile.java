package io.kunan.engine.optimise;

import io.kunan.engine.optimise.internal.files.ScheduleJson;
import io.kunan.engine.optimise.internal.files.SourceText;
import io.kunan.kernel.InputException;
import java.nio.file.Path;

/**
 * A schedule as a JSON file: {@code {"makespan": 55, "operations": [{"job": 0, "operation": 0,
 * "machine": 2, "start": 0, "end": 1}, …]}}; everything is counted from 0.
 */
public final class ScheduleFile {
  private ScheduleFile() {}

  /**
   * Writes a schedule.
   *
   * @throws InputException when the file cannot be written
   */
  public static void write(Path file, Problem problem, Schedule schedule) {
    ScheduleJson.write(file, problem, schedule);
  }

  /**
   * Reads a schedule of a problem.
   *
   * @throws InputException when it is no such file, or an operation is missing or given twice
   */
  public static Schedule read(String path, Problem problem) {
    return ScheduleJson.read(SourceText.read(path), problem);
  }
}
