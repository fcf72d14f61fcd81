/** Starts and stops a whole installation: home, database, web server, in this order and back. */
@NullMarked
package io.kunan.app.server;

import org.jspecify.annotations.NullMarked;
