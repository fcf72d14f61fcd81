/** A virtual plant that imports an engine. */
@NullMarked
package io.kunan.app.architecture.planted.plant.mill;

import org.jspecify.annotations.NullMarked;
