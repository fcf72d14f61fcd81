/** The one room that sees everything: entry point, command line and wiring of the server. */
@NullMarked
package io.kunan.app;

import org.jspecify.annotations.NullMarked;
