/** How jobs run. */
@NullMarked
package io.kunan.platform.jobs.internal;

import org.jspecify.annotations.NullMarked;
