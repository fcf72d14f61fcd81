/** Login, session, accounts and the page about this installation. */
@NullMarked
package io.kunan.platform.identity.web;

import org.jspecify.annotations.NullMarked;
