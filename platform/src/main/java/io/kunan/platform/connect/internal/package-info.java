/** Connections in the database, what keeps them as people want them, and the import of tags. */
@NullMarked
package io.kunan.platform.connect.internal;

import org.jspecify.annotations.NullMarked;
