/** What the packages below share. */
@NullMarked
package io.kunan.engine.stream.internal;

import org.jspecify.annotations.NullMarked;
