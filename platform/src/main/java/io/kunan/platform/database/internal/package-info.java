/** How the embedded PostgreSQL is unpacked, started, found again and stopped. */
@NullMarked
package io.kunan.platform.database.internal;

import org.jspecify.annotations.NullMarked;
