/**
 * Plans the orders of a plant: routes with alternative machines, set-up times between families,
 * parallel batch furnaces, calendars, lags and due dates. Times are whole minutes from the start of
 * the plan.
 */
@NullMarked
package io.kunan.engine.optimise.plant;

import org.jspecify.annotations.NullMarked;
