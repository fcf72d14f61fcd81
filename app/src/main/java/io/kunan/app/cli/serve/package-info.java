/** The command that runs the server. */
@NullMarked
package io.kunan.app.cli.serve;

import org.jspecify.annotations.NullMarked;
