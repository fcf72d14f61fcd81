/** How points are taken in and told on. */
@NullMarked
package io.kunan.platform.live.internal;

import org.jspecify.annotations.NullMarked;
