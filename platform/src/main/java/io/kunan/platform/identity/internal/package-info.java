/** Accounts, password checks and sessions. */
@NullMarked
package io.kunan.platform.identity.internal;

import org.jspecify.annotations.NullMarked;
