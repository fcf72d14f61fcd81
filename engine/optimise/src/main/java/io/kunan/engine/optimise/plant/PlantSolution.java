package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.SolveStatus;

/**
 * A plan of a plant and what is known about it.
 *
 * @param plan checked by {@link PlantCheck}
 * @param figures what it is worth
 * @param lowerBound no plan has a smaller objective
 * @param bestRuleObjective objective of the best dispatch rule alone; NaN when no rule was asked
 * @param status optimal when the bound meets the plan
 * @param firstPlanSeconds from the call to the first complete plan
 * @param seconds from the call to the answer
 * @param iterations changes the search tried
 */
public record PlantSolution(
    PlantPlan plan,
    PlantFigures figures,
    double lowerBound,
    double bestRuleObjective,
    SolveStatus status,
    double firstPlanSeconds,
    double seconds,
    long iterations) {}
