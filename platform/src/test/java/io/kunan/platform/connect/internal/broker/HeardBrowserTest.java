package io.kunan.platform.connect.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.connect.ServerNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardBrowserTest {
  private final HeardSources heard = new HeardSources(Clock.systemUTC());

  private void hear(String id, Object value, String... path) {
    heard.describe(
        new HeardSources.Source(id, List.of(path), "Number", null, null, null, null), value);
  }

  @Test
  void namesWithSlashesAndTildesLeadToTheirFoldersToo() {
    hear("a/b.~1.V", 4.1, "a/b", "~1", "V");
    hear("a.b.V", 4.2, "a", "b", "V");
    try (HeardBrowser browser = new HeardBrowser(heard.sources())) {
      ServerNode odd =
          browser.children(null).stream()
              .filter(each -> each.browseName().equals("a/b"))
              .findFirst()
              .orElseThrow();
      ServerNode tilde = browser.children(odd.nodeId()).getFirst();
      assertThat(tilde.browseName()).isEqualTo("~1");
      assertThat(browser.children(tilde.nodeId()))
          .extracting(ServerNode::nodeId)
          .containsExactly("a/b.~1.V");
      assertThat(browser.variables(List.of(odd.nodeId()), true, count -> true))
          .extracting(ServerNode::sample)
          .containsExactly("4.1");
    }
  }

  @Test
  void aLongTextIsShownInBrief() {
    hear("text", "x".repeat(1_000_000), "text");
    assertThat(heard.sources().getFirst().sample()).hasSizeLessThan(110);
  }
}
