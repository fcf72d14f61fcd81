package io.kunan.kernel;

/**
 * How far a measured value can be trusted: the upper 16 bits of an OPC UA status code. The two top
 * bits are the severity (00 good, 01 uncertain, 10 and 11 bad), the rest says why.
 */
public final class Quality {
  /** The value is what the instrument measured. */
  public static final short GOOD = 0x0000;

  /** The value is usable with doubt and the reason is not known. */
  public static final short UNCERTAIN = 0x4000;

  /** The last usable value; the source has not renewed it. */
  public static final short UNCERTAIN_LAST_USABLE = (short) 0x4090;

  /** The value lies outside the range in which the instrument is calibrated. */
  public static final short UNCERTAIN_ENGINEERING_RANGE = (short) 0x4094;

  /** The value cannot be used and the reason is not known. */
  public static final short BAD = (short) 0x8000;

  /** The source cannot be reached. */
  public static final short BAD_NO_COMMUNICATION = (short) 0x8031;

  /** The instrument reports a failure of the sensor. */
  public static final short BAD_SENSOR_FAILURE = (short) 0x808C;

  private static final int SEVERITY = 0xC000;

  private Quality() {}

  /** The quality of a 32-bit OPC UA status code. */
  public static short ofStatusCode(long statusCode) {
    return (short) (statusCode >>> 16);
  }

  /** The 32-bit OPC UA status code of a quality. */
  public static long toStatusCode(short quality) {
    return (quality & 0xFFFFL) << 16;
  }

  public static boolean isGood(short quality) {
    return (quality & SEVERITY) == 0;
  }

  public static boolean isUncertain(short quality) {
    return (quality & SEVERITY) == UNCERTAIN;
  }

  public static boolean isBad(short quality) {
    return quality < 0;
  }

  /** The less trustworthy of two qualities; of equal severity the first. */
  public static short worst(short first, short second) {
    return severity(second) > severity(first) ? second : first;
  }

  private static int severity(short quality) {
    return Math.min(2, (quality & SEVERITY) >>> 14);
  }
}
