package io.kunan.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which room of the house may import which, for a house under any root package, so that the same
 * rules are tried on the planted one.
 */
final class HouseRules {
  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "engines do not import each other",
        slices().matching(root + ".engine.(*)..").should().notDependOnEachOther());
    rules.put(
        "scenarios never import each other",
        slices().matching(root + ".scenario.(*)..").should().notDependOnEachOther());
    rules.put("a scenario never imports a virtual plant", forbid("scenario", "plant", "app"));
    rules.put(
        "a virtual plant sees kernel and science only",
        forbid("plant", "engine", "platform", "scenario", "app"));
    rules.put(
        "an engine sees the kernel only", forbid("engine", "platform", "scenario", "plant", "app"));
    rules.put(
        "science sees the kernel only",
        forbid("science", "engine", "platform", "scenario", "plant", "app"));
    rules.put(
        "the kernel sees nobody",
        forbid("kernel", "science", "engine", "platform", "scenario", "plant", "app"));
    rules.put("the platform sees no scenario", forbid("platform", "scenario", "plant", "app"));
    rules.put("Spring stays in platform, scenario and app", springStays());
    rules.put("internal and web are private to their module", insidesStay());
    return rules;
  }

  private ArchRule forbid(String from, String... to) {
    String[] packages = new String[to.length];
    for (int i = 0; i < to.length; i++) {
      packages[i] = root + "." + to[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(root + "." + from + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true);
  }

  private ArchRule springStays() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".kernel..", root + ".science..", root + ".engine..", root + ".plant..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..");
  }

  private ArchRule insidesStay() {
    Pattern inside =
        Pattern.compile(
            Pattern.quote(root) + "\\.(\\w+\\.\\w+)(?:\\.\\w+)*?\\.(?:internal|web)(?:\\..*)?");
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("not reach into another module") {
              @Override
              public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                  Matcher target = inside.matcher(dependency.getTargetClass().getPackageName());
                  if (target.matches()
                      && !(origin.getPackageName() + ".")
                          .startsWith(root + "." + target.group(1) + ".")) {
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                  }
                }
              }
            });
  }
}
