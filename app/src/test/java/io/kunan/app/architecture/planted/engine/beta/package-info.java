/** An engine that imports another one. */
@NullMarked
package io.kunan.app.architecture.planted.engine.beta;

import org.jspecify.annotations.NullMarked;
