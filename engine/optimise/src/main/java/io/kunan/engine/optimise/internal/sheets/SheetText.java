package io.kunan.engine.optimise.internal.sheets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Characters out of bytes whose code is not told. */
public final class SheetText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private SheetText() {}

  /** UTF-16 where a mark says so, UTF-8 where it can be, GB18030 otherwise. */
  public static String decoded(byte[] bytes) {
    boolean isMarked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    if (isMarked) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }
}
