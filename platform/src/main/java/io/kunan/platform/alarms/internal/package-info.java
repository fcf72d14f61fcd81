/** How alarms are judged, stored and told. */
@NullMarked
package io.kunan.platform.alarms.internal;

import org.jspecify.annotations.NullMarked;
