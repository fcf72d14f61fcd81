/** The history of this installation: one store in the home, asked by the console and by models. */
@NullMarked
package io.kunan.platform.history;

import org.jspecify.annotations.NullMarked;
