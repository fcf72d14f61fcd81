package io.kunan.kernel;

/** Told by long work how far it is, and asked by it whether to go on. */
public interface Progress {
  /** Nobody watches and nobody stops the work. */
  Progress NONE = (done, total, what) -> true;

  /**
   * @param done steps finished
   * @param total steps in all, 0 when not known
   * @param what the step in a few words
   * @return false when the work is to stop at its next safe point
   */
  boolean report(long done, long total, @Sentence String what);

  /** The same, told to somebody else too, who only looks on. */
  default Progress watchedBy(Progress other) {
    Progress self = this;
    return new Progress() {
      @Override
      public boolean report(long done, long total, @Sentence String what) {
        other.report(done, total, what);
        return self.report(done, total, what);
      }
    };
  }
}
