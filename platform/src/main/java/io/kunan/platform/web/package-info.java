/**
 * How an endpoint is declared, who calls it, and how it answers and refuses; starts the web server
 * and serves the console's files.
 */
@NullMarked
package io.kunan.platform.web;

import org.jspecify.annotations.NullMarked;
