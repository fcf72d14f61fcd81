package io.kunan.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules hold in the house, and each is broken in the planted one. */
class ArchitectureTest {
  static final ImportOption PRODUCT =
      location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

  private static final String PLANTED = "io.kunan.app.architecture.planted";
  private static final JavaClasses HOUSE =
      new ClassFileImporter().withImportOption(PRODUCT).importPackages("io.kunan");
  private static final JavaClasses PLANTED_HOUSE = new ClassFileImporter().importPackages(PLANTED);

  @Test
  void theHouseIsSeenWhole() {
    for (String room :
        new String[] {
          "kernel",
          "science",
          "engine.history",
          "engine.learn",
          "engine.files",
          "engine.vision",
          "platform.web",
          "scenario.potline",
          "plant.potline",
          "app.cli"
        }) {
      assertThat(
              HOUSE.stream().filter(type -> type.getPackageName().startsWith("io.kunan." + room)))
          .as(room)
          .isNotEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return new HouseRules("io.kunan")
        .all().entrySet().stream()
            .map(
                rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> aPlantedViolationIsFound() {
    Map<String, ArchRule> rules = new HouseRules(PLANTED).all();
    return Stream.of(
            "engines do not import each other",
            "scenarios never import each other",
            "a scenario never imports a virtual plant",
            "a virtual plant sees kernel and science only",
            "Spring stays in platform, scenario and app",
            "internal and web are private to their module")
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(
                                java.util.Objects.requireNonNull(rules.get(name))
                                    .evaluate(PLANTED_HOUSE)
                                    .hasViolation())
                            .isTrue()));
  }

  @Test
  void benchmarksAreNeverOnTheClassPathOfTheProduct() {
    String benchmarks = "io.kunan.benchmark";
    assertThat(Path.of(System.getProperty("kunan.root"), "benchmark/src/main/java"))
        .isDirectoryRecursivelyContaining("glob:**/" + benchmarks.replace('.', '/') + "/*.java");
    assertThat(getClass().getClassLoader().getResource(benchmarks.replace('.', '/'))).isNull();
    assertThat(HOUSE.stream().filter(type -> type.getPackageName().startsWith(benchmarks)))
        .isEmpty();
  }

  @Test
  void commandsOfEnginesKnowNeitherSpringNorThePlatform() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            "io.kunan.app.cli.history..",
            "io.kunan.app.cli.learn..",
            "io.kunan.app.cli.micrograph..",
            "io.kunan.app.cli.plant..",
            "io.kunan.app.cli.potline..",
            "io.kunan.app.cli.schedule..",
            "io.kunan.app.cli.stream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "io.kunan.platform..", "io.kunan.app.server..")
        .check(HOUSE);
  }
}
