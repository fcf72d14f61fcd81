/** The runtime of one machine: loops of one thread each, over keys that share no state. */
@NullMarked
package io.kunan.engine.stream.internal.local;

import org.jspecify.annotations.NullMarked;
