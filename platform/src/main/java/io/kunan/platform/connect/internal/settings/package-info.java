/** What people set up for a connection, by kind, checked. */
@NullMarked
package io.kunan.platform.connect.internal.settings;

import org.jspecify.annotations.NullMarked;
