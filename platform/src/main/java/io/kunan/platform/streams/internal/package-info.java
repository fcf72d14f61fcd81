/** How stream jobs are kept, checked, tried and run. */
@NullMarked
package io.kunan.platform.streams.internal;

import org.jspecify.annotations.NullMarked;
