package io.kunan.engine.vision.internal.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * The tags of the first page of a TIFF 6.0 file, makers' own among them, which the JDK's reader
 * leaves out.
 */
final class TiffTags {
  private static final int ENTRY = 12;
  private static final int RATIONAL = 5;
  private static final int MAGIC = 42;

  /** Texts of makers are some ten thousand characters. */
  private static final int LONGEST = 1 << 22;

  private final ImageInputStream stream;
  private final Map<Integer, Long> entries = new HashMap<>();

  private TiffTags(ImageInputStream stream) {
    this.stream = stream;
  }

  /** Reads the directory; without entries when the file is no TIFF. */
  static TiffTags of(ImageInputStream stream) throws IOException {
    TiffTags tags = new TiffTags(stream);
    stream.seek(0);
    int order = stream.readUnsignedShort();
    if (order == 0x4949 || order == 0x4D4D) {
      stream.setByteOrder(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      if (stream.readUnsignedShort() == MAGIC) {
        tags.index(stream.readUnsignedInt());
      }
    }
    return tags;
  }

  private void index(long directory) throws IOException {
    stream.seek(directory);
    int count = stream.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      long place = directory + 2 + (long) i * ENTRY;
      stream.seek(place);
      entries.put(stream.readUnsignedShort(), place);
    }
  }

  /** The text of a tag, empty when it is not there. */
  String text(int tag) throws IOException {
    Long place = entries.get(tag);
    if (place == null) {
      return "";
    }
    stream.seek(place + 4);
    long length = Math.min(stream.readUnsignedInt(), LONGEST);
    if (length > 4) {
      stream.seek(stream.readUnsignedInt());
    }
    byte[] bytes = new byte[(int) length];
    stream.readFully(bytes);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    return latin.contains("<?xml") || latin.contains("\u00c2\u00b5")
        ? new String(bytes, StandardCharsets.UTF_8)
        : latin;
  }

  /** A fraction, such as a resolution. */
  Optional<Double> fraction(int tag) throws IOException {
    Long place = entries.get(tag);
    if (place == null) {
      return Optional.empty();
    }
    stream.seek(place + 2);
    int type = stream.readUnsignedShort();
    stream.seek(place + 8);
    stream.seek(stream.readUnsignedInt());
    return type == RATIONAL
        ? Optional.of((double) stream.readUnsignedInt() / stream.readUnsignedInt())
        : Optional.empty();
  }
}
