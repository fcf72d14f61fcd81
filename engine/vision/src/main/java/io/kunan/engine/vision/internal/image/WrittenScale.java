package io.kunan.engine.vision.internal.image;

import io.kunan.engine.vision.Scale;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The length of a pixel as microscopes write it into their files: OME-XML, ImageJ, Zeiss SEM (tag
 * 34118), Thermo Fisher (tags 34680 and 34682), and the plain resolution of PNG, JPEG, BMP and
 * TIFF.
 */
final class WrittenScale {
  /** Printers' resolutions end at some 1,200 dots per inch, 21 µm; below it a microscope wrote. */
  private static final double LARGEST_MICROMETRES = 10;

  private static final int DESCRIPTION = 270;
  private static final int X_RESOLUTION = 282;
  private static final int ZEISS = 34_118;
  private static final int[] THERMO_FISHER = {34_680, 34_682};

  private static final String NUMBER = "([0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?)";
  private static final Pattern OME = Pattern.compile("PhysicalSizeX=\"" + NUMBER + "\"");
  private static final Pattern OME_UNIT = Pattern.compile("PhysicalSizeXUnit=\"([^\"]+)\"");
  private static final Pattern IMAGEJ_UNIT = Pattern.compile("(?m)^unit=(\\S+)");
  private static final Pattern ZEISS_SIZE =
      Pattern.compile("(?:Image )?Pixel Size = " + NUMBER + " (pm|nm|µm|um|mm)");
  private static final Pattern THERMO_SIZE = Pattern.compile("PixelWidth=" + NUMBER);

  private WrittenScale() {}

  static Scale of(ImageInputStream stream, @Nullable IIOMetadata metadata) throws IOException {
    TiffTags tags = TiffTags.of(stream);
    String description = tags.text(DESCRIPTION);
    return ome(description)
        .or(() -> found(ZEISS_SIZE, told(tags, ZEISS), true, "Zeiss SEM tag"))
        .or(() -> found(THERMO_SIZE, told(tags, THERMO_FISHER[0]), false, "Thermo Fisher SEM tag"))
        .or(() -> found(THERMO_SIZE, told(tags, THERMO_FISHER[1]), false, "Thermo Fisher SEM tag"))
        .or(() -> imageJ(description, resolution(tags)))
        .or(() -> metadata == null ? Optional.empty() : resolution(metadata))
        .orElse(Scale.PIXELS);
  }

  private static String told(TiffTags tags, int tag) {
    try {
      return tags.text(tag);
    } catch (IOException _) {
      return ""; // a damaged tag tells nothing, and the picture may still be read
    }
  }

  private static double resolution(TiffTags tags) {
    try {
      return tags.fraction(X_RESOLUTION).orElse(Double.NaN);
    } catch (IOException _) {
      return Double.NaN;
    }
  }

  private static Optional<Scale> ome(String description) {
    Matcher unit = OME_UNIT.matcher(description);
    String symbol = unit.find() ? unit.group(1) : "µm";
    Matcher size = OME.matcher(description);
    return size.find()
        ? scale(Double.parseDouble(size.group(1)) * micrometresPer(symbol), "OME-XML")
        : Optional.empty();
  }

  private static Optional<Scale> imageJ(String description, double pixelsPerUnit) {
    Matcher unit = IMAGEJ_UNIT.matcher(description);
    return description.startsWith("ImageJ") && unit.find()
        ? scale(micrometresPer(unit.group(1)) / pixelsPerUnit, "ImageJ")
        : Optional.empty();
  }

  /** The first size in a maker's text, in metres unless the unit stands beside it. */
  private static Optional<Scale> found(
      Pattern size, String text, boolean unitBeside, String origin) {
    Matcher matcher = size.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String unit = unitBeside ? matcher.group(2) : "m";
    return scale(Double.parseDouble(matcher.group(1)) * micrometresPer(unit), origin);
  }

  private static Optional<Scale> resolution(IIOMetadata metadata) {
    if (!metadata.isStandardMetadataFormatSupported()) {
      return Optional.empty();
    }
    Element tree = (Element) metadata.getAsTree("javax_imageio_1.0");
    NodeList sizes = tree.getElementsByTagName("HorizontalPixelSize");
    if (sizes.getLength() == 0) {
      return Optional.empty();
    }
    double millimetres = Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
    return scale(1_000 * millimetres, "resolution in the file")
        .filter(scale -> scale.perPixel() <= LARGEST_MICROMETRES);
  }

  private static Optional<Scale> scale(double micrometres, String origin) {
    return micrometres > 0 && Double.isFinite(micrometres)
        ? Optional.of(Scale.micrometres(micrometres, origin))
        : Optional.empty();
  }

  /** NaN for a unit that is no length, such as “pixel”. */
  private static double micrometresPer(String unit) {
    return switch (unit) {
      case "pm" -> 1e-6;
      case "Å", "A" -> 1e-4;
      case "nm" -> 1e-3;
      case "µm", "um", "\u03bcm", "micron", "microns", "\\u00B5m" ->
          1; // the last is how ImageJ writes µm
      case "mm" -> 1e3;
      case "cm" -> 1e4;
      case "inch" -> 25_400;
      case "m" -> 1e6;
      default -> Double.NaN;
    };
  }
}
