package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.internal.duck.Manifest.NewFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the mark on each file that says whether another holds the same tag and time. */
final class Overlaps {
  private Overlaps() {}

  /**
   * Marks new files against each other and against those there are.
   *
   * @param existing files by number; those that overlap a new one are replaced by their marked form
   * @return the new files, marked
   */
  static List<NewFile> mark(List<NewFile> added, Map<Long, SealedFile> existing) {
    List<NewFile> marked = new ArrayList<>();
    for (NewFile entry : added) {
      SealedFile file = entry.file();
      boolean over = false;
      for (SealedFile other : List.copyOf(existing.values())) {
        if (over(file, other)) {
          over = true;
          existing.put(other.id(), other.overlapping(true));
        }
      }
      for (NewFile sibling : added) {
        over |= sibling.file().id() != file.id() && over(file, sibling.file());
      }
      marked.add(new NewFile(file.overlapping(over), entry.lastValues(), entry.lastQualities()));
    }
    return marked;
  }

  /** Takes the mark from files that overlap no other any more. New files have set theirs. */
  static void unmark(Map<Long, SealedFile> files, List<NewFile> added) {
    for (SealedFile file : List.copyOf(files.values())) {
      if (file.overlaps()) {
        boolean still =
            files.values().stream().anyMatch(other -> other.id() != file.id() && over(file, other))
                || added.stream().anyMatch(entry -> over(file, entry.file()));
        files.put(file.id(), file.overlapping(still));
      }
    }
  }

  private static boolean over(SealedFile file, SealedFile other) {
    return file.kind() == other.kind() && file.spansOverlap(other);
  }

  /** Files of a list whose mark is another now. */
  static List<SealedFile> changed(List<SealedFile> before, Map<Long, SealedFile> now) {
    return before.stream()
        .filter(file -> now.getOrDefault(file.id(), file).overlaps() != file.overlaps())
        .map(file -> file.overlapping(!file.overlaps()))
        .toList();
  }
}
