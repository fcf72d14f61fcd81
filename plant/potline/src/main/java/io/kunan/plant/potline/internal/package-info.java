/** The virtual potline inside: physics of the pots, pot controllers, crew, laboratory, signals. */
@NullMarked
package io.kunan.plant.potline.internal;

import org.jspecify.annotations.NullMarked;
