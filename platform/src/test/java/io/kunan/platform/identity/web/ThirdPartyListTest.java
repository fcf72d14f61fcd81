package io.kunan.platform.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.platform.identity.web.ThirdParty.LinkedComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThirdPartyListTest {
  @Test
  void onlyWhatIsLinkedIsReadFromTheGeneratedPage() {
    List<String> page =
        """
        # Third-party components

        ## Linked: in the product's class path

        | component | version | licence |
        |---|---|---|
        | ch.qos.logback:logback-core | 1.5.38 | EPL-2.0 or LGPL-2.1-only |

        ## Linked: in the console

        | component | version | licence |
        |---|---|---|
        | react | 19.2.0 | MIT |

        ## Tests only

        | component | version | licence |
        |---|---|---|
        | org.assertj:assertj-core | 3.27.7 | Apache-2.0 |
        """
            .lines()
            .toList();
    assertThat(ThirdParty.linked(page))
        .containsExactly(
            new LinkedComponent(
                "ch.qos.logback:logback-core", "1.5.38", "EPL-2.0 or LGPL-2.1-only"),
            new LinkedComponent("react", "19.2.0", "MIT"));
  }
}
