/** The plan graph of a plant in primitive arrays, its dispatch rules and its search. */
@NullMarked
package io.kunan.engine.optimise.internal.plant;

import org.jspecify.annotations.NullMarked;
