/** The people who use Kunan: local accounts, their roles and sites, login and session. */
@NullMarked
package io.kunan.platform.identity;

import org.jspecify.annotations.NullMarked;
