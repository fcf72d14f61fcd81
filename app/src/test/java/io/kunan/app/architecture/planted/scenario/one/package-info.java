/** A scenario. */
@NullMarked
package io.kunan.app.architecture.planted.scenario.one;

import org.jspecify.annotations.NullMarked;
