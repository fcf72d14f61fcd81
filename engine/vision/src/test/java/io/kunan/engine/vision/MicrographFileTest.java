package io.kunan.engine.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.kunan.kernel.InputException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrographFileTest {
  @TempDir private Path folder;

  private static BufferedImage gradient(int type) {
    BufferedImage picture = new BufferedImage(40, 30, type);
    int most = type == BufferedImage.TYPE_USHORT_GRAY ? 65_535 : 255;
    for (int i = 0; i < 1_200; i++) {
      for (int band = 0; band < picture.getRaster().getNumBands(); band++) {
        picture.getRaster().setSample(i % 40, i / 40, band, most * (i % 40) / 39);
      }
    }
    return picture;
  }

  @ParameterizedTest
  @CsvSource({
    "png, 10",
    "png, 11",
    "png, 5",
    "bmp, 5",
    "bmp, 10",
    "tiff, 10",
    "tiff, 11",
    "tiff, 5",
    "jpg, 10"
  })
  void readsEveryKindAsTheSameBrightness(String kind, int type) throws IOException {
    Path file = folder.resolve("picture." + kind);
    assertThat(ImageIO.write(gradient(type), kind, file.toFile())).isTrue();

    GreyImage image = MicrographFile.read(file);

    assertThat(image.width()).isEqualTo(40);
    for (int x = 0; x < 40; x++) {
      assertThat(image.at(x, 17)).isCloseTo(x / 39f, offset(kind.equals("jpg") ? 0.05f : 0.005f));
    }
  }

  @Test
  void coloursBecomeTheirBrightnessAndPalettesTheirShades() throws IOException {
    BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
    picture.setRGB(0, 0, Color.RED.getRGB());
    picture.setRGB(1, 0, Color.WHITE.getRGB());
    Path file = folder.resolve("palette.png");
    ImageIO.write(picture, "png", file.toFile());

    GreyImage image = MicrographFile.read(file);

    assertThat(image.at(0, 0)).isCloseTo(0.299f, offset(1e-4f));
    assertThat(image.at(1, 0)).isCloseTo(1f, offset(1e-4f));
  }

  @Test
  void readsAPieceOfAPageOfALargeTiff() throws IOException {
    Path file = folder.resolve("pages.tif");
    tiff(file, List.of(gradient(10), gradient(11)), List.of());

    try (MicrographFile micrograph = MicrographFile.open(file)) {
      GreyImage piece = micrograph.read(1, new Region(30, 5, 10, 4));

      assertThat(micrograph.pages()).isEqualTo(2);
      assertThat(piece.height()).isEqualTo(4);
      assertThat(piece.at(9, 3)).isEqualTo(1f);
      assertThatThrownBy(() -> micrograph.read(2, new Region(0, 0, 1, 1)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("pages are 0 to 1");
    }
  }

  @Test
  void findsTheScaleEachMakerWrites() throws IOException {
    assertScale(text(270, "ImageJ=1.54p\nunit=micron\n"), resolution(4), 0.25, "ImageJ");
    assertScale(
        text(270, "<OME><Pixels PhysicalSizeX=\"50\" PhysicalSizeXUnit=\"nm\"/></OME>"),
        null,
        0.05,
        "OME-XML");
    assertScale(
        text(34_118, "AP_IMAGE_PIXEL_SIZE\r\nImage Pixel Size = 24.42 nm\r\n"),
        null,
        0.02442,
        "Zeiss SEM tag");
    assertScale(
        text(34_682, "[Scan]\r\nPixelWidth=1.2e-007\r\n"), null, 0.12, "Thermo Fisher SEM tag");
    assertScale(resolution(40_000), null, 0.25, "resolution in the file"); // per cm
  }

  @Test
  void aPrintersResolutionIsNoScale() throws IOException {
    Path file = folder.resolve("printed.tif");
    tiff(file, List.of(gradient(10)), List.of(resolution(300), unit(2)));

    try (MicrographFile micrograph = MicrographFile.open(file)) {
      assertThat(micrograph.scale()).isEqualTo(Scale.PIXELS);
    }
  }

  @Test
  void whatIsNoPictureIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.png"), "no picture");
    Path cut = folder.resolve("cut.png");
    ImageIO.write(gradient(10), "png", cut.toFile());
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 60));

    assertThatThrownBy(() -> MicrographFile.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("notes.png")
        .hasMessageContaining("PNG, JPEG, BMP or TIFF");
    assertThatThrownBy(() -> MicrographFile.read(cut))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.png");
    assertThatThrownBy(() -> MicrographFile.open(folder.resolve("none.png")))
        .hasMessageContaining("no such file");
  }

  @Test
  void labelsAreWrittenAndReadAsNumbers() throws IOException {
    LabelImage labels = new LabelImage(3, 1, new byte[] {0, 2, (byte) 255});
    Path file = folder.resolve("labels.png");
    labels.write(file);

    assertThat(LabelImage.read(file).classes()).containsExactly(0, 2, 255);
    ImageIO.write(gradient(5), "png", file.toFile());
    assertThatThrownBy(() -> LabelImage.read(file)).hasMessageContaining("class numbers");
  }

  private void assertScale(TIFFField one, TIFFField other, double size, String origin)
      throws IOException {
    Path file = folder.resolve("scaled.tif");
    List<TIFFField> fields = other == null ? List.of(one, unit(3)) : List.of(one, other, unit(1));
    tiff(file, List.of(gradient(10)), fields);
    try (MicrographFile micrograph = MicrographFile.open(file)) {
      assertThat(micrograph.scale().perPixel()).isCloseTo(size, offset(1e-9));
      assertThat(micrograph.scale().origin()).isEqualTo(origin);
    }
  }

  private static TIFFField text(int tag, String text) {
    TIFFTag known = BaselineTIFFTagSet.getInstance().getTag(tag);
    TIFFTag any = known == null ? new TIFFTag("maker", tag, 1 << TIFFTag.TIFF_ASCII) : known;
    return new TIFFField(any, TIFFTag.TIFF_ASCII, 1, new String[] {text});
  }

  private static TIFFField resolution(long pixels) {
    TIFFTag tag = BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION);
    return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{pixels, 1}});
  }

  private static TIFFField unit(int unit) {
    TIFFTag tag = BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT);
    return new TIFFField(tag, TIFFTag.TIFF_SHORT, 1, new char[] {(char) unit});
  }

  private static void tiff(Path file, List<BufferedImage> pages, List<TIFFField> fields)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    Files.deleteIfExists(file);
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        TIFFDirectory tags =
            TIFFDirectory.createFromMetadata(
                writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(page),
                    writer.getDefaultWriteParam()));
        fields.forEach(tags::addTIFFField);
        writer.writeToSequence(new IIOImage(page, null, tags.getAsMetadata()), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }
}
