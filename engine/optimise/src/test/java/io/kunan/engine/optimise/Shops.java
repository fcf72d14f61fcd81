package io.kunan.engine.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.engine.optimise.ShopProblem.Alternative;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Problems for tests. */
final class Shops {
  private static final Path DATA = Path.of(System.getProperty("kunan.shared", "../shared"), "data");

  private Shops() {}

  /** A file of the shared data; the test is skipped where the folder is absent. */
  static Path shared(String name) {
    Path file = DATA.resolve(name);
    boolean there = Files.isRegularFile(file);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("the shared data file %s", file.toAbsolutePath()).isTrue();
    }
    assumeThat(there).as("the shared data file %s", file.toAbsolutePath()).isTrue();
    return file;
  }

  static Problem jobShop(String name) {
    return ProblemFormat.JOB_SHOP.read(shared("jobshop/instances.zip") + "!" + name);
  }

  static Problem flexible(String name) {
    return ProblemFormat.FLEXIBLE_JOB_SHOP.read(
        shared("flexible-jobshop/instances.zip") + "!" + name);
  }

  static Problem flow(String name) {
    return ProblemFormat.FLOW_SHOP.read(shared("flowshop/instances.zip") + "!" + name);
  }

  /** Any small flexible shop, with visits to the same machine again and durations of zero. */
  static ShopProblem random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int machines = 1 + random.nextInt(4);
    List<List<List<Alternative>>> routes = new ArrayList<>();
    for (int j = 0; j < 1 + random.nextInt(5); j++) {
      List<List<Alternative>> route = new ArrayList<>();
      for (int o = 0; o < random.nextInt(6); o++) {
        List<Alternative> ways = new ArrayList<>();
        for (int k = 0; k < 1 + random.nextInt(3); k++) {
          ways.add(new Alternative(random.nextInt(machines), random.nextInt(8)));
        }
        route.add(ways);
      }
      routes.add(route);
    }
    return new ShopProblem(machines, routes);
  }
}
