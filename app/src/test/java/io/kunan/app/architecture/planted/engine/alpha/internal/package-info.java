/** What that engine keeps to itself. */
@NullMarked
package io.kunan.app.architecture.planted.engine.alpha.internal;

import org.jspecify.annotations.NullMarked;
