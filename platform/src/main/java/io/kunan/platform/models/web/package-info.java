/** Models over HTTP. */
@NullMarked
package io.kunan.platform.models.web;

import org.jspecify.annotations.NullMarked;
