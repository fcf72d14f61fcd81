package io.kunan.platform.connect.internal.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.connect.TagNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSlotTest {
  @ParameterizedTest
  @CsvSource({"PT1S, PT5S", "PT60S, PT180S"})
  void aTagIsStaleAfterThePeriodsThatPagesAreToldToo(Duration period, Duration after) {
    assertThat(TagTraits.staleAfter(period)).isEqualTo(after);
    TagSlot slot = new TagSlot(new TagNode(new TagId(5), "ns=2;s=x", Map.of(), period), 0);
    slot.heard(1_000);
    slot.keep(1_000, 3.94, Quality.GOOD, null);
    long last = 1_000 + after.toMillis();
    assertThat(slot.isStale(last)).isFalse();
    assertThat(slot.isStale(last + 1)).isTrue();
  }
}
