/** How events are stored. */
@NullMarked
package io.kunan.platform.events.internal;

import org.jspecify.annotations.NullMarked;
