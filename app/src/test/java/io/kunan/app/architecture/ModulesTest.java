package io.kunan.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import io.kunan.platform.WholeHouse;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Platform and scenarios as Spring Modulith sees them, across their jars. */
class ModulesTest {
  private static final ApplicationModules MODULES =
      ApplicationModules.of(WholeHouse.class, ArchitectureTest.PRODUCT);

  @Test
  void modulesOfSeveralJarsAreSeen() {
    Set<String> jars =
        MODULES.stream()
            .flatMap(module -> module.getBasePackage().stream())
            .map(JavaClass::getSource)
            .flatMap(source -> source.map(Source::getUri).stream())
            .map(uri -> uri.toString().replaceAll("!/.*", ""))
            .collect(Collectors.toSet());
    assertThat(jars).hasSizeGreaterThanOrEqualTo(2);
    assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
        .contains("identity", "audit", "assets", "history", "live", "potline");
  }

  @Test
  void noModuleReachesIntoAnotherAndThereIsNoCycle() {
    MODULES.verify();
  }

  @Test
  void aPlantedViolationIsFound() {
    var planted =
        ApplicationModules.of(
            "io.kunan.app.architecture.planted.platform",
            (com.tngtech.archunit.core.importer.ImportOption) location -> true);
    assertThat(planted.detectViolations().getMessages())
        .anyMatch(message -> message.contains("Desk") && message.contains("Shelf"));
  }
}
