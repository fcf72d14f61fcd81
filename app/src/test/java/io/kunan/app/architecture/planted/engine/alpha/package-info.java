/** An engine. */
@NullMarked
package io.kunan.app.architecture.planted.engine.alpha;

import org.jspecify.annotations.NullMarked;
