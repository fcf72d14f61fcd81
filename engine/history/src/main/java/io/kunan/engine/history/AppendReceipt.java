package io.kunan.engine.history;

/**
 * The promise that points survive the end of the process: given only after they are on disk.
 *
 * @param points how many were taken
 * @param commit grows with every acknowledgement of this store while it is open
 */
public record AppendReceipt(int points, long commit) {}
