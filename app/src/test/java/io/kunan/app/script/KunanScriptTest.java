package io.kunan.app.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.app.script.FakeCheckout.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KunanScriptTest {
  @TempDir private Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = new FakeCheckout(folder);
  }

  @AfterEach
  void closeCheckout() throws IOException {
    checkout.close();
  }

  @Test
  void buildsWhatIsMissingAndHandsOverWithStdoutForTheAnswerOnly() throws Exception {
    Said said = checkout.run("history", "tags", "--store", "a b");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("java -Xmx4g")
        .endsWith(
            "-jar %s history tags --store a b%n".formatted(checkout.path("app/target/kunan.jar")));
    assertThat(said.err()).contains("kunan: building").contains("Maven speaks");
    assertThat(checkout.path("target/kunan-build.lock")).doesNotExist();

    said = checkout.run("verify", "crash");
    assertThat(said.out()).contains("kunan-benchmark.jar verify crash");
    assertThat(said.err()).isEmpty();
    assertThat(checkout.run("verify", "potline").out()).contains("kunan.jar potline verify");
    assertThat(checkout.run("verify", "learn", "--json").out())
        .contains("kunan.jar learn verify --json");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenAnythingTheBuildReadsHasChanged() throws Exception {
    checkout.run("--version");
    checkout.changeOnly("");
    checkout.run("--version");
    assertThat(checkout.builds()).isEqualTo(1);
    for (String file : checkout.watched().toList()) {
      long before = checkout.builds();
      checkout.changeOnly(file);
      checkout.run("--version");
      assertThat(checkout.builds()).as(file).isEqualTo(before + 1);
    }
  }

  @Test
  void aBuildThatFailsIsToldAndTriedAgainNextTime() throws Exception {
    checkout.maven("echo broken >&2; exit 1");
    for (int attempt = 1; attempt <= 2; attempt++) {
      Said said = checkout.run("--version");
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).contains("broken").contains("kunan: the build failed");
      assertThat(checkout.builds()).isEqualTo(attempt);
    }
  }

  @Test
  void whatIsMissingIsOneSentenceWithTheRemedy() throws Exception {
    checkout.jdk("21.0.4");
    assertRefused("no JDK of version 25 or later found; install one", "serve");
    checkout.jdk("26");

    checkout.withoutTool("npm");
    assertRefused("npm is missing; install Node.js 20 or later", "demo");
    assertRefused("npm is missing", "test");
    checkout.tool("npm", "");

    checkout.tool("df", "echo head; echo '/dev/x 9 9 102400 9% /'");
    assertRefused("only 100 MB are free on the disk", "serve");
    checkout.tool("df", "echo head; echo '/dev/x 9 9 9999999 9% /'");

    checkout.withoutTool("chromium");
    assertRefused("no Chromium found for the browser tests; install it", "test");
    checkout.tool("chromium", "");

    checkout.tool("fc-list", "");
    assertRefused("no Chinese font found for the browser tests; install one", "test");

    checkout.tool("ldconfig", "");
    assertRefused("libgomp.so.1 is missing; install it", "learn", "--help");
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void waitsForTheBuildOfAnother() throws Exception {
    Path lock = Files.createDirectories(checkout.path("target/kunan-build.lock"));
    long living = ProcessHandle.current().pid();
    Files.writeString(lock.resolve("pid"), living + "\n");
    Process process = checkout.start("--version");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> checkout.err().contains("another build is running"));
    assertThat(checkout.err()).contains("(process %d)".formatted(living));
    assertThat(checkout.builds()).isZero();
    Files.delete(lock.resolve("pid"));
    Files.delete(lock);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aLockWhoseOwnerIsDeadOrNeverSignedIsTakenOver() throws Exception {
    Path lock = Files.createDirectories(checkout.path("target/kunan-build.lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertThat(checkout.run("--version").code()).isZero();

    checkout.tool("sleep", "echo slept >>" + folder.resolve("slept"));
    Files.createDirectories(lock);
    checkout.changeOnly("pom.xml");
    assertThat(checkout.run("--version").code()).isZero();
    assertThat(checkout.builds()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("slept"))).hasSize(10);
  }

  @Test
  void aSignalDuringTheBuildStopsMavenAndWhatItHasStarted() throws Exception {
    for (String signal : isInterruptIgnored() ? List.of("TERM") : List.of("TERM", "INT")) {
      checkout.maven(
          "sleep 300 &",
          "echo \"$$ $!\" >target/started.new",
          "mv target/started.new target/started",
          "wait");
      Process process = checkout.start("--version");
      Path started = checkout.path("target/started");
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(started));
      String[] processes = Files.readString(started).strip().split(" ");
      Files.delete(started);
      assertThat(processes).hasSize(2).allMatch(KunanScriptTest::isAlive);
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(signal.equals("TERM") ? 143 : 130);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Arrays.stream(processes).noneMatch(KunanScriptTest::isAlive));
      assertThat(checkout.path("target/kunan-build.lock")).doesNotExist();
      assertThat(checkout.out()).isEmpty();
    }
  }

  /**
   * Where a test run in the background ignores Ctrl-C, so do its shells, and cannot do otherwise.
   */
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .anyMatch(mask -> (mask & 1 << 1) != 0);
    }
  }

  @Test
  void signalsReachJava() throws Exception {
    checkout.java("trap 'echo stopped; exit 7' TERM", "echo ready", "while :; do sleep 0.1; done");
    Process process = checkout.start("serve");
    await().atMost(Duration.ofSeconds(60)).until(() -> checkout.out().contains("ready"));
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(7);
    assertThat(checkout.out()).endsWith("stopped\n");
  }

  private void assertRefused(String sentence, String... arguments) throws Exception {
    Said said = checkout.run(arguments);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("kunan: " + sentence).hasLineCount(1);
  }

  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }
}
