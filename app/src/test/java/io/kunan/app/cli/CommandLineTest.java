package io.kunan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void anUnknownAreaIsWrongUsageAndKeepsStdoutClean() {
    assertThat(run("histroy")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("histroy").contains("--help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theHelpListsEveryAreaAndWhatTheScriptDoesItself() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString().lines().map(line -> line.strip().split(" +")[0]))
        .contains("history", "learn", "schedule", "micrograph", "stream", "plant", "potline")
        .contains("demo", "serve", "audit", "benchmark", "verify", "test");
  }

  @Test
  void theCommitComesFromTheManifestAndIsEmptyWithoutOne(@TempDir Path folder) throws IOException {
    assertThat(BuildVersion.commit(jar(folder.resolve("a.jar"), "0123456789ab-dirty")))
        .isEqualTo("0123456789ab-dirty");
    assertThat(BuildVersion.commit(jar(folder.resolve("b.jar"), null))).isEmpty();
    assertThat(BuildVersion.commit()).as("from class folders").isEmpty();
  }

  private static Path jar(Path file, @Nullable String commit) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (commit != null) {
      manifest.getMainAttributes().putValue("Kunan-Commit", commit);
    }
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }

  @Test
  void aPortThereIsNoneOfIsToldWithThoseThereAre() {
    assertThat(run("serve", "--port", "70000")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("70000 is no port").contains("1 to 65535");
    assertThat(run("demo", "--port", "-1")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("-1 is no port").doesNotContain("Exception");
  }

  @Test
  void aFullDiskAndAForbiddenFileAreRecognisedWhateverLanguageTheSystemSpeaks() {
    IOException chinese = new IOException("设备上没有空间");
    assertThat(DiskTrouble.in(new UncheckedIOException(chinese), List.of(Path.of("/proc/a/b"))))
        .hasValueSatisfying(e -> assertThat(e).hasMessageStartingWith("/proc: "));
    assertThat(DiskTrouble.in(new AccessDeniedException("/data/x"), List.of()))
        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("/data/x: may not be written"));
    assertThat(DiskTrouble.in(new IOException("connection reset"), List.of())).isEmpty();
    assertThat(DiskTrouble.in(new IllegalStateException("ours"), List.of(Path.of("/proc"))))
        .isEmpty();
  }

  @Test
  void theVersionNamesTheJavaThatRunsIt() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("Java " + Runtime.version());
  }

  @Test
  void aTableAlignsNumbersRightAndCountsChineseCharactersAsTwo() {
    TextTable table = new TextTable("", "模型", "MAE").row("ridge", 12.345).row("树", 3.2);
    assertThat(table.lines()).containsExactly("模型     MAE", "ridge  12.35", "树     3.200");
  }
}
