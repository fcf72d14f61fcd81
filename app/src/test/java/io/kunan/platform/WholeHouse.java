package io.kunan.platform;

import org.springframework.modulith.Modulithic;

/**
 * Where Spring Modulith begins to look: one package of platform or scenario is one module. It
 * stands in this package because Modulith takes its package for the first root.
 */
@Modulithic(additionalPackages = "io.kunan.scenario")
public final class WholeHouse {
  private WholeHouse() {}
}
