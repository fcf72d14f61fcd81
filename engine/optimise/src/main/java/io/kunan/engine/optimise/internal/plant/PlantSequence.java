package io.kunan.engine.optimise.internal.plant;

/**
 * A plan as it is handed around.
 *
 * @param order all operations, each after what it waits for, members of a batch behind its leader
 * @param alternative of each operation
 * @param leader the operation that stands for the batch an operation is in, itself when alone
 * @param cost weighted goals
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
record PlantSequence(int[] order, int[] alternative, int[] leader, double cost) {}
