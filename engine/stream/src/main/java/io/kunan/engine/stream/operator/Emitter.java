package io.kunan.engine.stream.operator;

import io.kunan.engine.stream.EventFrame;

/** Takes the results of the key at hand. */
public interface Emitter {
  /**
   * A point of an output.
   *
   * @param output number of the output in the job
   * @param value NaN when it could not be worked out
   */
  void value(int output, long time, double value, short quality);

  /**
   * A frame has begun.
   *
   * @param time of the point that confirmed it
   * @param figure what was compared with a limit, or NaN
   */
  void opened(long time, EventFrame frame, double figure);

  /** A frame has ended. */
  void closed(long time, EventFrame frame);

  /** The asset of the key at hand; empty for a job that runs once. */
  String asset();
}
