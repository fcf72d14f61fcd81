package io.kunan.plant.potline;

/** What goes wrong with instruments, feeders and laboratory. */
public enum Faults {
  /** Nothing; analyses still come hours after the sample was taken. */
  NONE,
  /**
   * Two in a hundred rounds missed, late analyses, now and then a blocked feeder, frozen voltage.
   */
  USUAL,
  /**
   * All of it more often, feeders stuck unheard, wrong samples and readings, frozen thermometers,
   * cuts of the line current.
   */
  HARD;

  /** Frequency by that of usual faults; {@code hard} is that of hard ones. */
  public double frequency(double hard) {
    return switch (this) {
      case NONE -> 0;
      case USUAL -> 1;
      case HARD -> hard;
    };
  }
}
