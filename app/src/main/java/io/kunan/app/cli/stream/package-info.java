/** Commands of the streams. */
@NullMarked
package io.kunan.app.cli.stream;

import org.jspecify.annotations.NullMarked;
