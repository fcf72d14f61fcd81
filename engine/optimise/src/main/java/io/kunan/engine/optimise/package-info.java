/**
 * Plans work on machines: reads shops from files, makes a first plan at once by dispatch rules,
 * betters it by local search for as long as it may, proves small ones optimal, and checks every
 * plan that leaves with a validator that shares no code with the solvers.
 *
 * <p>Times are whole numbers in the unit of the file, zero is the start of the plan.
 */
@NullMarked
package io.kunan.engine.optimise;

import org.jspecify.annotations.NullMarked;
