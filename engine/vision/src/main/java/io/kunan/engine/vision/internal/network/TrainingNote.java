package io.kunan.engine.vision.internal.network;

/**
 * One line the child tells its parent, as JSON.
 *
 * @param step batches learned from
 * @param loss mean since the last note
 * @param validation mean IoU on the fields kept back, NaN when there are none
 * @param done whether the network is written
 * @param truncated whether the limit of minutes stopped it
 * @param parity largest difference between the written network and the trained one
 * @param peakMemoryMb resident memory of the child at its peak, 0 where the system does not say
 */
public record TrainingNote(
    int step,
    double loss,
    double validation,
    boolean done,
    boolean truncated,
    double parity,
    long peakMemoryMb) {}
