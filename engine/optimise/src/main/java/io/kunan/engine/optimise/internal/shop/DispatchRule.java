package io.kunan.engine.optimise.internal.shop;

/** Which of the operations waiting for a machine goes first; the greater value wins. */
enum DispatchRule {
  /** The job with most work left. */
  MOST_WORK_REMAINING {
    @Override
    double value(int v, int ready, int duration, long workLeft, int stepsLeft) {
      return workLeft;
    }
  },
  /** The job with most operations left. */
  MOST_OPERATIONS_REMAINING {
    @Override
    double value(int v, int ready, int duration, long workLeft, int stepsLeft) {
      return stepsLeft;
    }
  },
  /** The operation that has waited longest. */
  FIRST_COME {
    @Override
    double value(int v, int ready, int duration, long workLeft, int stepsLeft) {
      return -ready;
    }
  },
  SHORTEST_PROCESSING {
    @Override
    double value(int v, int ready, int duration, long workLeft, int stepsLeft) {
      return -duration;
    }
  },
  LONGEST_PROCESSING {
    @Override
    double value(int v, int ready, int duration, long workLeft, int stepsLeft) {
      return duration;
    }
  },
  /** Short operations of jobs with much work left behind them. */
  PROCESSING_TO_WORK {
    @Override
    double value(int v, int ready, int duration, long workLeft, int stepsLeft) {
      return -(duration + 1.0) / (workLeft + 1.0);
    }
  };

  /**
   * @param v operation
   * @param ready when its job lets it start
   * @param duration on the machine in question
   * @param workLeft shortest durations of it and all later operations of the job
   * @param stepsLeft number of those operations
   */
  abstract double value(int v, int ready, int duration, long workLeft, int stepsLeft);
}
