/**
 * What planners see and decide: the plan of a plant as a Gantt chart that can be changed by hand,
 * versions, the plan in force as dispatch lists, why orders are late, promises and repairs.
 */
@NullMarked
package io.kunan.scenario.scheduling;

import org.jspecify.annotations.NullMarked;
