/** Sparkplug B as a host application: births, deaths, sequence numbers, rebirth requests. */
@NullMarked
package io.kunan.platform.connect.internal.sparkplug;

import org.jspecify.annotations.NullMarked;
