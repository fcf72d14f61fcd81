package io.kunan.plant.potline.internal;

/** What all pots of the line share: the current and the alumina of the day. */
final class LineInputs {
  private static final long STEPS_PER_DAY = 24 * 60 * CellSignals.STEPS_PER_MINUTE;

  private final Streams streams;
  private final double sigma;
  private final double memory;
  private final double na2O;
  private final double na2OSpread;
  private final double na2OMemory;
  private final double[] state;
  private final double[] amperes;
  private static final int TARGET = 0;
  private static final int WANDER = 1;
  private static final int SODA = 2;
  private static final int LAST = 3;

  /** Current of each step of the chunk, A; cell 0 is the last of the chunk before. */
  LineInputs(Book book, PotParameters pot, Streams streams, int longestChunk) {
    this.streams = streams;
    sigma = pot.get("noise.lineKiloamperes") * 1000;
    memory = Math.exp(-PotStep.SECONDS / pot.get("noise.lineSeconds"));
    na2O = pot.na2O;
    na2OSpread = pot.get("feed.na2OSpread");
    na2OMemory = pot.get("feed.na2OMemory");
    state = book.doubles("line", 4);
    amperes = new double[longestChunk + 1];
    state[TARGET] = pot.amperes;
    state[LAST] = pot.amperes;
    streams.start(-1);
  }

  void target(double newAmperes) {
    state[TARGET] = newAmperes;
  }

  /** Works out the current of the steps that follow. */
  void prepare(int steps, boolean disturbed) {
    amperes[0] = state[LAST];
    double kick = disturbed ? sigma * Math.sqrt(1 - memory * memory) : 0;
    for (int k = 1; k <= steps; k++) {
      state[WANDER] = memory * state[WANDER] + kick * streams.normal(-1, Source.LINE_CURRENT);
      amperes[k] = state[TARGET] + state[WANDER];
    }
    state[LAST] = amperes[steps];
  }

  /** Current of step {@code k} of the chunk, 1 is the first; 0 the last before it. */
  double amperes(int k) {
    return amperes[k];
  }

  double lastAmperes() {
    return state[LAST];
  }

  /** A new batch of alumina each day. */
  void look(long step, boolean disturbed) {
    if (disturbed && step % STEPS_PER_DAY == 0) {
      state[SODA] =
          na2OMemory * state[SODA]
              + na2OSpread
                  * Math.sqrt(1 - na2OMemory * na2OMemory)
                  * streams.normal(-1, Source.ALUMINA);
    }
  }

  /** Soda of the alumina now, kg/kg. */
  double soda() {
    return Math.max(0, na2O + state[SODA]);
  }
}
