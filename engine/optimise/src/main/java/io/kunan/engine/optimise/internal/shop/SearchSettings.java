package io.kunan.engine.optimise.internal.shop;

/**
 * How the search spends its time.
 *
 * @param elite number of plans kept to start from
 * @param patience iterations without a better plan after which one run ends
 * @param limit iterations after which one run ends anyway
 * @param staleAfter runs without a new elite plan after which all but the best are dropped
 * @param isGreedy whether every run begins from the best plan, for problems too large for more
 */
record SearchSettings(int elite, long patience, long limit, int staleAfter, boolean isGreedy) {}
