package io.kunan.engine.stream.operator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What an operator remembers for a key; can be written and read back to the bit. */
public interface OperatorState {
  void write(DataOutput out) throws IOException;

  /** Replaces everything by what was written. */
  void read(DataInput in) throws IOException;
}
