package io.kunan.app.cli.micrograph;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MicrographCommandsTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... words) {
    out.getBuffer().setLength(0);
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("micrograph"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return line.execute(all.toArray(String[]::new));
  }

  private JsonNode answer() {
    return JsonMapper.shared().readTree(out.toString());
  }

  /** Dark pores on a bright, noisy matrix. */
  @BeforeEach
  void drawFields() throws IOException {
    Files.createDirectories(folder.resolve("images"));
    Files.createDirectories(folder.resolve("labels"));
    for (int i = 0; i < 3; i++) {
      Random random = new Random(i);
      BufferedImage label = new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D pen = label.createGraphics();
      pen.setColor(new Color(1, 1, 1));
      for (int k = 0; k < 8; k++) {
        pen.fillOval(random.nextInt(150), random.nextInt(110), 14, 14);
      }
      BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_GRAY);
      for (int p = 0; p < 160 * 120; p++) {
        int pore = label.getRaster().getSample(p % 160, p / 160, 0);
        label.getRaster().setSample(p % 160, p / 160, 0, pore > 0 ? 7 : 0);
        int grey = (pore > 0 ? 60 : 170) + random.nextInt(40);
        image.getRaster().setSample(p % 160, p / 160, 0, grey);
      }
      ImageIO.write(image, "png", folder.resolve("images/field%d.png".formatted(i)).toFile());
      ImageIO.write(label, "png", folder.resolve("labels/field%d.png".formatted(i)).toFile());
    }
  }

  private int train(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "train",
                "--images",
                folder.resolve("images"),
                "--labels",
                folder.resolve("labels"),
                "--classes",
                "0=matrix,7=pore",
                "--recipe",
                folder.resolve("pores.recipe"),
                "--json"));
    words.addAll(List.of(more));
    return run(words.toArray());
  }

  @Test
  void trainsEvaluatesAndAnalyses() throws IOException {
    assertThat(train("--method", "pixels")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(answer().path("classes").path("7").asString()).isEqualTo("pore");
    assertThat(answer().path("validation").path("iou").path("pore").asDouble()).isGreaterThan(0.85);
    assertThat(answer().path("truncated").asBoolean()).isFalse();

    int judged =
        run(
            "evaluate",
            "--images",
            folder.resolve("images"),
            "--labels",
            folder.resolve("labels"),
            "--recipe",
            folder.resolve("pores.recipe"),
            "--json");
    assertThat(judged).isEqualTo(ExitCode.DONE);
    assertThat(answer().propertyNames())
        .containsExactly(
            "fields",
            "pixelAccuracy",
            "meanIoU",
            "iou",
            "f1",
            "areaFractionError",
            "objectCountError",
            "foreign",
            "millisecondsPerMegapixel");
    assertThat(answer().path("meanIoU").asDouble()).isGreaterThan(0.9);
    assertThat(answer().path("foreign")).isEmpty();

    int analysed =
        run(
            "analyse",
            folder.resolve("images"),
            "--recipe",
            folder.resolve("pores.recipe"),
            "--scale",
            "0.5",
            "--out",
            folder.resolve("out"),
            "--json");
    assertThat(analysed).isEqualTo(ExitCode.DONE);
    JsonNode pore = answer().path("sample").get(1);
    assertThat(pore.path("name").asString()).isEqualTo("pore");
    assertThat(pore.path("areaFraction").path("mean").asDouble()).isBetween(0.03, 0.09);
    assertThat(answer().path("fields").get(0).path("unit").asString()).isEqualTo("µm");
    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**field0-labels.png")
        .isDirectoryContaining("glob:**field0-overlay.png");
    assertThat(Files.readString(folder.resolve("out/field0-objects.csv")))
        .startsWith("phase,x [µm]")
        .contains("\npore,");
  }

  private int analyse() {
    return run(
        "analyse",
        folder.resolve("images"),
        "--recipe",
        folder.resolve("pores.recipe"),
        "--out",
        folder.resolve("out"),
        "--json");
  }

  @Test
  void aBatchThatWasStoppedGoesOnWhereItStood() throws IOException {
    assertThat(train("--method", "classical")).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(analyse()).as(err.toString()).isEqualTo(ExitCode.DONE);
    JsonNode whole = answer();
    Path done = folder.resolve("out/field0-labels.png");
    Files.delete(done);
    Files.delete(folder.resolve("out/field1-field.json")); // killed before it was noted
    Files.delete(folder.resolve("out/field1-labels.png"));

    assertThat(analyse()).isEqualTo(ExitCode.DONE);

    assertThat(answer()).isEqualTo(whole);
    assertThat(folder.resolve("out/field1-labels.png")).exists();
    assertThat(done).as("a field that was done is left alone").doesNotExist();

    assertThat(train("--method", "classical", "--median", "1")).isEqualTo(ExitCode.DONE);
    assertThat(analyse()).isEqualTo(ExitCode.DONE);
    assertThat(done).as("another recipe measures all again").exists();
  }

  @Test
  void whatCannotBeUsedIsNamed() throws IOException {
    Files.delete(folder.resolve("labels/field1.png"));
    assertThat(train()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("field1.png").contains("no such file");

    drawFields();
    assertThat(train("--method", "magic")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("“magic” is none");

    assertThat(train("--classes", "0=matrix,1=pore")).isEqualTo(ExitCode.USAGE); // given twice
  }
}
