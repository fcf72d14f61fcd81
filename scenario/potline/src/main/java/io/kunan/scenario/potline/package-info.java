/**
 * What a potroom sees and decides: the map of its pots, the page of one pot, and the advice on
 * aluminium fluoride. Requests only: nothing here writes to a plant.
 */
@NullMarked
package io.kunan.scenario.potline;

import org.jspecify.annotations.NullMarked;
