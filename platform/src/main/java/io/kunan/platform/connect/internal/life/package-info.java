/** The one life of every connection, whatever its protocol. */
@NullMarked
package io.kunan.platform.connect.internal.life;

import org.jspecify.annotations.NullMarked;
