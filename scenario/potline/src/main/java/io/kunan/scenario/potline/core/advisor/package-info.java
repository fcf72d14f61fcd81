/**
 * The advisor: an estimate of each pot from late and noisy samples, and a plan of dose, set voltage
 * and tap from it. Knows a pot by its design only, never by the truth of a virtual plant.
 */
@NullMarked
package io.kunan.scenario.potline.core.advisor;

import org.jspecify.annotations.NullMarked;
