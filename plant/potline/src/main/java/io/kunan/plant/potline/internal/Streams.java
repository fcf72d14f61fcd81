package io.kunan.plant.potline.internal;

/** The random streams of all pots and of the line. */
final class Streams {
  private final long seed;
  private final RandomStream[] streams;

  Streams(Book book, int pots, long seed) {
    this.seed = seed;
    long[] states = book.longs("streams", (pots + 1) * Source.count());
    streams = new RandomStream[states.length];
    for (int place = 0; place < states.length; place++) {
      streams[place] = new RandomStream(states, place);
    }
  }

  /** Begins every stream of a pot, −1 for the line. */
  void start(int p) {
    for (Source source : Source.values()) {
      of(p, source).seed(seed, p, source);
    }
  }

  RandomStream of(int p, Source source) {
    return streams[(p + 1) * Source.count() + source.ordinal()];
  }

  double normal(int p, Source source) {
    return of(p, source).nextGaussian();
  }

  double uniform(int p, Source source) {
    return of(p, source).nextDouble();
  }
}
