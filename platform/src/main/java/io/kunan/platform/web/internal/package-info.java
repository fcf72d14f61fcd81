/**
 * Wiring of the web server: configuration, errors, headers, the console's files, the API's
 * description.
 */
@NullMarked
package io.kunan.platform.web.internal;

import org.jspecify.annotations.NullMarked;
