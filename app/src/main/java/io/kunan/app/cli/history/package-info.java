/** Commands on the history: bring files in, ask for points and statistics, list tags. */
@NullMarked
package io.kunan.app.cli.history;

import org.jspecify.annotations.NullMarked;
