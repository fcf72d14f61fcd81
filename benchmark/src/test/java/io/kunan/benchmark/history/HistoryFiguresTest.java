package io.kunan.benchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names under which the figures of {@code ./kunan benchmark history --json} are quoted. */
class HistoryFiguresTest {
  @Test
  void namesEveryFigureThatIsAskedFor() {
    JsonNode figures =
        JsonMapper.shared().valueToTree(new HistoryFigures(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    assertThat(figures.propertyNames())
        .contains(
            "ingestPointsPerSecond",
            "ingestSmallCommits",
            "readP95Ms",
            "bytesPerPoint",
            "tagHourMs",
            "tagDayMs",
            "monthByMinuteMs",
            "last5000Ms",
            "rawLimitPointsPerSecond");
    assertThat(figures.get("ingestSmallCommits").asLong()).isEqualTo(2);
    assertThat(figures.get("last5000Ms").asDouble()).isEqualTo(9);
  }
}
