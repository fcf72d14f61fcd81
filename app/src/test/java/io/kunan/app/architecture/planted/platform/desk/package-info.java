/** A module that reaches into another one. */
@NullMarked
package io.kunan.app.architecture.planted.platform.desk;

import org.jspecify.annotations.NullMarked;
