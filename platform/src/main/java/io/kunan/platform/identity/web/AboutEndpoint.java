package io.kunan.platform.identity.web;

import io.kunan.platform.identity.web.ThirdParty.LinkedComponent;
import io.kunan.platform.web.OpenToAll;
import io.kunan.platform.web.ServerOptions;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this installation is. */
@RestController
class AboutEndpoint {
  private final ServerOptions options;

  AboutEndpoint(ServerOptions options) {
    this.options = options;
  }

  record About(String name, String version, String commit, String java, String mode) {}

  /** The components the product is made of, with their licences. */
  @OpenToAll
  @GetMapping("/api/about/licences")
  List<LinkedComponent> licences() {
    return ThirdParty.linked();
  }

  @OpenToAll
  @GetMapping("/api/about")
  About about() {
    return new About(
        "Kunan",
        options.version(),
        options.commit(),
        Runtime.version().toString(),
        options.mode().name().toLowerCase(Locale.ROOT));
  }
}
