/** The compatibility kit: what every store behind the historian must pass. */
@NullMarked
package io.kunan.engine.history.kit;

import org.jspecify.annotations.NullMarked;
