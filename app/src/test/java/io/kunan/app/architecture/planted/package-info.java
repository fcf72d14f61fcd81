/** A small house full of violations. */
@NullMarked
package io.kunan.app.architecture.planted;

import org.jspecify.annotations.NullMarked;
