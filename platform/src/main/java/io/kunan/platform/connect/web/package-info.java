/** Connections for the console. */
@NullMarked
package io.kunan.platform.connect.web;

import org.jspecify.annotations.NullMarked;
