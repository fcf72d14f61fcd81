/** How the store is opened, and kept small. */
@NullMarked
package io.kunan.platform.history.internal;

import org.jspecify.annotations.NullMarked;
