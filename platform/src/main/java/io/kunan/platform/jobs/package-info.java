/** Long work in the background: imports, training, back-fill, export; with progress and cancel. */
@NullMarked
package io.kunan.platform.jobs;

import org.jspecify.annotations.NullMarked;
