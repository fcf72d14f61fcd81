/** How entries are written and chained. */
@NullMarked
package io.kunan.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
