package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.Snapshot;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.platform.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What jobs remembered, in files named by their position: the newest ones, and one of each hour of
 * the last days, from which the past can be worked out anew.
 */
@Component
class StateFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StateFiles.class);
  private static final String ENDING = ".state";
  private static final int NEWEST = 12;
  private static final int HOURS = 48;

  private final Path folder;

  StateFiles(HomeFolder home) {
    this.folder = home.streams();
  }

  /** The newest that can be read. */
  Optional<Snapshot> newest() {
    return positions().stream().flatMap(position -> read(position).stream()).findFirst();
  }

  /** The newest kept at or before a position, newest first. */
  List<Snapshot> before(long position, int most) {
    return positions().stream()
        .filter(one -> one <= position)
        .flatMap(one -> read(one).stream())
        .limit(most)
        .toList();
  }

  void keep(Snapshot snapshot) {
    snapshot.write(file(snapshot.position()));
    thinOut();
  }

  private void thinOut() {
    List<Long> all = positions();
    Set<Long> hours = new HashSet<>();
    for (int i = NEWEST; i < all.size(); i++) {
      long hour = all.get(i) / Micros.PER_HOUR;
      boolean first = hours.add(hour);
      if (!first || hours.size() > HOURS) {
        try {
          Files.deleteIfExists(file(all.get(i)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private Optional<Snapshot> read(long position) {
    try {
      return Optional.of(Snapshot.read(file(position)));
    } catch (InputException | UncheckedIOException e) {
      LOG.warn("a state of the streams is left out", e);
      return Optional.empty();
    }
  }

  private Path file(long position) {
    return folder.resolve(position + ENDING);
  }

  /** Newest first. */
  private List<Long> positions() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Long> positions = new ArrayList<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{1,18}" + ENDING))
          .forEach(name -> positions.add(Long.parseLong(name.replace(ENDING, ""))));
      positions.sort(Comparator.reverseOrder());
      return positions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
