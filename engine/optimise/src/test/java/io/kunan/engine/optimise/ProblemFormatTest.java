package io.kunan.engine.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemFormatTest {
  @TempDir private Path folder;

  @Test
  void readsJobShop() {
    var shop = (ShopProblem) read(ProblemFormat.JOB_SHOP, "2 2\n0 3 1 4\n\n1 5 0 6\n");
    assertThat(shop.jobs()).isEqualTo(2);
    assertThat(shop.operations()).isEqualTo(4);
    assertThat(shop.machine(shop.firstAlternative(2))).isEqualTo(1);
    assertThat(shop.duration(shop.firstAlternative(3))).isEqualTo(6);
    assertThat(shop.isFlexible()).isFalse();
  }

  @Test
  void readsReentrantRowsThatEndWithMinusOne() {
    Problem shop = read(ProblemFormat.JOB_SHOP, "2 2\n0 3 1 4 0 1 -1 -1\n1 5 -1 -1");
    assertThat(shop.operations()).isEqualTo(4);
  }

  @Test
  void readsFlexibleJobShopWithAndWithoutThirdNumber() {
    for (String header : new String[] {"2 3 1.5", "2 3", "2\t3 2"}) {
      var shop =
          (ShopProblem)
              read(
                  ProblemFormat.FLEXIBLE_JOB_SHOP, header + "\r\n2 1 1 5 2 2 3 3 4\r\n1 1 3 9\r\n");
      assertThat(shop.operations()).isEqualTo(3);
      assertThat(shop.isFlexible()).isTrue();
      assertThat(shop.machine(shop.firstAlternative(0))).isZero();
      assertThat(shop.machine(shop.firstAlternative(2))).isEqualTo(2);
    }
  }

  @Test
  void readsBothFlowShopForms() {
    var taillard =
        (FlowShopProblem)
            read(
                ProblemFormat.FLOW_SHOP,
                "number of jobs, number of machines:\r\n 3 2 873 20 10\r\nprocessing times :\r\n"
                    + " 1 2 3\r\n 4 5 6\r\n");
    var pairs = (FlowShopProblem) read(ProblemFormat.FLOW_SHOP, "3 2\n0 1 1 4\n0 2 1 5\n0 3 1 6\n");
    for (FlowShopProblem flow : new FlowShopProblem[] {taillard, pairs}) {
      assertThat(flow.jobs()).isEqualTo(3);
      assertThat(flow.duration(2, 0)).isEqualTo(3);
      assertThat(flow.duration(0, 1)).isEqualTo(4);
    }
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    refuses(ProblemFormat.JOB_SHOP, "2 2\n0 3 1 4\n1 5 0 x\n", "line 3: “x” is no whole number");
    refuses(ProblemFormat.JOB_SHOP, "2 2\n0 3 1 4\n1 5\n", "line 3: the row of job 2 has 2");
    refuses(ProblemFormat.JOB_SHOP, "2 2\n0 3 2 4\n1 5 0 1\n", "line 2: there is no machine 2");
    refuses(ProblemFormat.JOB_SHOP, "2 2\n0 3 1 -4\n1 5 0 1\n", "line 2: the duration is -4");
    refuses(ProblemFormat.JOB_SHOP, "3 2\n0 3 1 4\n1 5 0 1\n", "before the row of job 3 of 3");
    refuses(ProblemFormat.JOB_SHOP, "1 2\n0 3 1 4\n1 5 0 1\n", "line 3: there are more rows");
    refuses(ProblemFormat.JOB_SHOP, "jobs\n0 3\n", "line 1: the first row “jobs” does not tell");
    refuses(ProblemFormat.JOB_SHOP, "", "does not tell the size");
    refuses(ProblemFormat.JOB_SHOP, "1 1\n0 2000000000", "use a coarser time unit");
    refuses(ProblemFormat.FLEXIBLE_JOB_SHOP, "1 2\n1 0\n", "is said to have 0 alternatives");
    refuses(ProblemFormat.FLEXIBLE_JOB_SHOP, "1 2\n1 1 0 4\n", "use 1 to 2");
    refuses(ProblemFormat.FLEXIBLE_JOB_SHOP, "1 2\n1 1 1 4 7\n", "1 numbers more");
    refuses(ProblemFormat.FLOW_SHOP, "2 2\n0 1 1 4\n1 2 0 5\n", "machine 1 stands in place 0");
    refuses(ProblemFormat.FLOW_SHOP, "words\n", "does not tell the size");
  }

  @Test
  void namesEntriesThatAZipHas() {
    assertThat(Shops.jobShop("ta21").operations()).isEqualTo(400);
    assertThatThrownBy(() -> Shops.jobShop("ta99"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the zip holds no such entry");
    assertThatThrownBy(() -> ProblemFormat.JOB_SHOP.read(folder + "/none.txt"))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void readsEveryPublicInstance() throws IOException {
    readAll("jobshop/instances.zip", ProblemFormat.JOB_SHOP);
    readAll("flexible-jobshop/instances.zip", ProblemFormat.FLEXIBLE_JOB_SHOP);
    readAll("flowshop/instances.zip", ProblemFormat.FLOW_SHOP);
    readAll("flowshop/vrf_subset.zip", ProblemFormat.FLOW_SHOP);
  }

  private static void readAll(String file, ProblemFormat format) throws IOException {
    Path path = Shops.shared(file);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getSize() < 1_000_000).toList()) {
        if (!entry.isDirectory()) {
          Problem problem = format.read(path + "!" + entry.getName());
          assertThat(problem.operations()).as(entry.getName()).isPositive();
        }
      }
    }
  }

  private void refuses(ProblemFormat format, String text, String message) {
    assertThatThrownBy(() -> read(format, text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("shop.txt")
        .hasMessageContaining(message);
  }

  private Problem read(ProblemFormat format, String text) {
    try {
      Path file = Files.writeString(folder.resolve("shop.txt"), text);
      return format.read(file.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
