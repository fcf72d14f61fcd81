/** How advice is stored and decided. */
@NullMarked
package io.kunan.platform.advice.internal;

import org.jspecify.annotations.NullMarked;
