/**
 * Process science of the Hall-Héroult aluminium pot: bath chemistry, liquidus, conductivity, cell
 * voltage, current efficiency, alumina and fluoride balances, heat and ledge. Pure equations with
 * source, unit and valid range; every fitted number comes in as a {@link
 * io.kunan.science.electrolysis.Coefficients} set read from the caller's own file.
 */
@NullMarked
package io.kunan.science.electrolysis;

import org.jspecify.annotations.NullMarked;
