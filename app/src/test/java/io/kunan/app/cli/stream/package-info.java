/** The streams commands, run in this process as a shell would run them. */
@NullMarked
package io.kunan.app.cli.stream;

import org.jspecify.annotations.NullMarked;
