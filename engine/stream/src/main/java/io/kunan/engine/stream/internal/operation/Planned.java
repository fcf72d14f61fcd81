package io.kunan.engine.stream.internal.operation;

import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.operator.Operator;
import io.kunan.engine.stream.operator.OperatorState;
import java.util.List;

/**
 * A job at one asset, ready to run.
 *
 * @param operator what is done with its points
 * @param fingerprint of the job; a state kept under another one does not fit
 * @param inputs tag names, in the order of the operator's inputs
 * @param outputs tag names, in the order of the operator's outputs
 * @param latenessMicros how long it waits for points out of order
 */
public record Planned(
    JobKey key,
    Operator<? extends OperatorState> operator,
    long fingerprint,
    List<String> inputs,
    List<String> outputs,
    long latenessMicros) {
  /** The same, waiting for another time. */
  public Planned waiting(long micros) {
    return new Planned(key, operator, fingerprint, inputs, outputs, micros);
  }
}
