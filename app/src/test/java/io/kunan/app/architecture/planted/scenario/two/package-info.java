/** A scenario that imports another one and a virtual plant. */
@NullMarked
package io.kunan.app.architecture.planted.scenario.two;

import org.jspecify.annotations.NullMarked;
