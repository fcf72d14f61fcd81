/**
 * The command line: every engine can be run from here without the server, so that a figure can be
 * reproduced in one line.
 */
@NullMarked
package io.kunan.app.cli;

import org.jspecify.annotations.NullMarked;
