/** The way of the points from a connection to the history, in order, and what is measured on it. */
@NullMarked
package io.kunan.platform.connect.internal.flow;

import org.jspecify.annotations.NullMarked;
