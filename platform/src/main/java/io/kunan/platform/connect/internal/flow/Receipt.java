package io.kunan.platform.connect.internal.flow;

/** What the source of a batch that can send it again is told of it. Be quick. */
public interface Receipt {
  /** For sources that cannot send again. */
  Receipt NONE =
      new Receipt() {
        @Override
        public void durable() {}

        @Override
        public void refused() {}
      };

  /** The batch stands in the history or in the buffer on disk. */
  void durable();

  /** The batch could not be kept: send it again later. */
  void refused();
}
