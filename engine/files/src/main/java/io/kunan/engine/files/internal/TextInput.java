package io.kunan.engine.files.internal;

import io.kunan.kernel.InputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A text file opened for reading: unpacked, its byte order mark taken off, its charset known. */
final class TextInput implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int CHARSET_SAMPLE = 1 << 18;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final CountingInput file;
  private final Reader reader;
  private final Charset charset;

  private TextInput(CountingInput file, Reader reader, Charset charset) {
    this.file = file;
    this.reader = reader;
    this.charset = charset;
  }

  static TextInput open(Path path, @Nullable Charset asked) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new InputException(
          path.toString(), "there is no such file", "check the name and the folder");
    }
    CountingInput file = new CountingInput(Files.newInputStream(path));
    try {
      InputStream bytes = unpacked(file);
      bytes.mark(CHARSET_SAMPLE);
      byte[] head = bytes.readNBytes(CHARSET_SAMPLE);
      bytes.reset();
      Charset charset = asked != null ? asked : charsetOf(head);
      refuseBinary(path, head, charset);
      bytes.skipNBytes(markLength(head, charset));
      return new TextInput(file, new InputStreamReader(bytes, charset), charset);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  Reader reader() {
    return reader;
  }

  Charset charset() {
    return charset;
  }

  /** Bytes of the file taken so far, packed as they lie on disk. */
  long bytesRead() {
    return file.count();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static InputStream unpacked(CountingInput file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(file, BUFFER);
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
  }

  /** Only the start counts: a logger that lost power may leave zeros at the end of its file. */
  private static void refuseBinary(Path path, byte[] head, Charset charset) {
    if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
      return;
    }
    for (int i = 0; i < Math.min(head.length, 1_024); i++) {
      if (head[i] == 0) {
        throw new InputException(
            path.toString(),
            "it is no text file",
            "export the table as CSV or Parquet; a workbook cannot be read as it is");
      }
    }
  }

  private static Charset charsetOf(byte[] head) {
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(head) ? StandardCharsets.UTF_8 : GB18030;
  }

  private static int markLength(byte[] head, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8) && startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    if (charset.equals(GB18030) && startsWith(head, 0x84, 0x31, 0x95, 0x33)) {
      return 4;
    }
    boolean wide =
        (charset.equals(StandardCharsets.UTF_16LE) && startsWith(head, 0xFF, 0xFE))
            || (charset.equals(StandardCharsets.UTF_16BE) && startsWith(head, 0xFE, 0xFF));
    return wide ? 2 : 0;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** A character cut in two at the end of the head is no fault: decoding is told more may come. */
  private static boolean isUtf8(byte[] head) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(head.length + 1);
    return !decoder.decode(ByteBuffer.wrap(head), out, head.length < CHARSET_SAMPLE).isError();
  }
}
