/** Points on disk that wait until the history takes them. */
@NullMarked
package io.kunan.platform.connect.internal.buffer;

import org.jspecify.annotations.NullMarked;
