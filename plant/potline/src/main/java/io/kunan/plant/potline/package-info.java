/**
 * A virtual 500 kA aluminium potline: hundreds of pots with physics, controllers, crew and
 * laboratory, run headless at many times real time or live behind an OPC UA server.
 */
@NullMarked
package io.kunan.plant.potline;

import org.jspecify.annotations.NullMarked;
