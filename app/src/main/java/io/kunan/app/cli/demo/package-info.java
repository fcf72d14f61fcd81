/** The command that starts the demo. */
@NullMarked
package io.kunan.app.cli.demo;

import org.jspecify.annotations.NullMarked;
