package io.kunan.engine.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.vision.synthetic.SyntheticField;
import io.kunan.engine.vision.synthetic.SyntheticKind;
import io.kunan.kernel.InputException;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScaleBarTest {
  private static final GreyImage FIELD = SyntheticField.draw(SyntheticKind.CAST, 3, 512).image();

  /** A field with something burnt in, as microscopes do. */
  private static GreyImage burnt(Consumer<Graphics2D> what) {
    BufferedImage picture = new BufferedImage(512, 512, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 512 * 512; i++) {
      int grey = Math.round(255 * Math.clamp(FIELD.values()[i], 0.1f, 0.9f));
      picture.getRaster().setSample(i % 512, i / 512, 0, grey);
    }
    Graphics2D pen = picture.createGraphics();
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
    what.accept(pen);
    pen.dispose();
    float[] values = new float[512 * 512];
    for (int i = 0; i < values.length; i++) {
      values[i] = picture.getRaster().getSample(i % 512, i / 512, 0) / 255f;
    }
    return new GreyImage(512, 512, values);
  }

  @Test
  void aWhiteBarOnABlackStripIsMeasuredToThePixel() {
    GreyImage picture =
        burnt(
            pen -> {
              pen.setColor(Color.BLACK);
              pen.fillRect(0, 460, 512, 52);
              pen.setColor(Color.WHITE);
              pen.fillRect(300, 470, 163, 6);
              pen.drawString("50 µm", 340, 502);
            });

    ScaleBar bar = ScaleBar.get(picture, "a.png");

    assertThat(bar).isEqualTo(new ScaleBar(300, 470, 163, 6));
    assertThat(bar.standingFor(50).perPixel()).isCloseTo(50.0 / 163, offset(1e-9));
    assertThat(bar.standingFor(50).origin()).contains("163 px");
  }

  @Test
  void aBlackBarInTheFieldIsFoundWithItsEndMarks() {
    GreyImage picture =
        burnt(
            pen -> {
              pen.setColor(Color.BLACK);
              pen.fillRect(40, 480, 100, 3);
              pen.fillRect(40, 474, 2, 15);
              pen.fillRect(138, 474, 2, 15);
            });

    assertThat(ScaleBar.get(picture, "a.png").length()).isEqualTo(100);
  }

  @Test
  void nothingIsMadeUpAndTwoBarsAreNotGuessedAt() {
    assertThatThrownBy(() -> ScaleBar.get(burnt(_ -> {}), "a.png"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no scale bar is found");
    GreyImage two =
        burnt(
            pen -> {
              pen.setColor(Color.WHITE);
              pen.fillRect(300, 470, 163, 6);
              pen.fillRect(20, 470, 90, 6);
            });
    assertThatThrownBy(() -> ScaleBar.get(two, "a.png")).hasMessageContaining("163 px at 300, 470");
  }

  @Test
  void realFieldsWithoutABarHaveNone() {
    for (String set : new String[] {"superalloy", "ebc"}) {
      Path folder = SharedData.of("micrographs-nasa/" + set + "/images");
      for (Path file : LabelledField.pictures(folder)) {
        GreyImage field = MicrographFile.read(file);
        assertThatThrownBy(() -> ScaleBar.get(field, file.toString()))
            .as(file.toString())
            .hasMessageContaining("no scale bar is found");
      }
    }
  }
}
