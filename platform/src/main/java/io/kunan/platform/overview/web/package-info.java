/** The overview over HTTP. */
@NullMarked
package io.kunan.platform.overview.web;

import org.jspecify.annotations.NullMarked;
