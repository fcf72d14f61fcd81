package io.kunan.engine.optimise.internal.shop;

/**
 * A plan as the search hands it around: a linear order of all operations that agrees with routes
 * and machines, and the way each operation is done. Start times follow from it.
 *
 * @param order operations, each after everything it waits for
 * @param alternative chosen alternative of each operation
 * @param makespan of the plan in which every operation starts as early as it can
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
record Sequence(int[] order, int[] alternative, int makespan) {}
