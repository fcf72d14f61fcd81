/** The history commands, run in this process as a shell would run them. */
@NullMarked
package io.kunan.app.cli.history;

import org.jspecify.annotations.NullMarked;
