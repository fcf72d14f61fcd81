/** A module. */
@NullMarked
package io.kunan.app.architecture.planted.platform.stock;

import org.jspecify.annotations.NullMarked;
