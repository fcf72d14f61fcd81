package io.kunan.engine.files.internal;

import io.kunan.engine.files.ImportReport;
import io.kunan.engine.files.Reject;
import io.kunan.kernel.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Collects what must be said about the lines of a file; lists are bounded, counts are not. */
public final class Findings {
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Reject> repairs = new ArrayList<>();
  private long rejected;
  private long repaired;
  private long ambiguous;

  public void reject(long line, @Sentence String reason) {
    rejected++;
    note(rejects, line, reason);
  }

  /** Builds the reason only while it is listed: a file may be wrong in every cell. */
  public void rejectCell(long line, String column, String cell, @Sentence String reason) {
    rejected++;
    if (rejects.size() < ImportReport.LISTED) {
      String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
      rejects.add(new Reject(line, "%s: “%s” %s".formatted(column, shown, reason)));
    }
  }

  void repair(long line, @Sentence String reason) {
    repaired++;
    note(repairs, line, reason);
  }

  void ambiguous(long line, @Sentence String reason) {
    ambiguous++;
    note(repairs, line, reason);
  }

  public List<Reject> rejects() {
    return rejects;
  }

  public List<Reject> repairs() {
    return repairs;
  }

  public long rejected() {
    return rejected;
  }

  public long repaired() {
    return repaired;
  }

  public long ambiguous() {
    return ambiguous;
  }

  private static void note(List<Reject> list, long line, @Sentence String reason) {
    if (list.size() < ImportReport.LISTED) {
      list.add(new Reject(line, reason));
    }
  }
}
