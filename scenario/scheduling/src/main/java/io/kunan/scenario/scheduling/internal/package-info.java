/** How plants and plans are kept and changed. */
@NullMarked
package io.kunan.scenario.scheduling.internal;

import org.jspecify.annotations.NullMarked;
