/** Stream jobs over HTTP. */
@NullMarked
package io.kunan.platform.streams.web;

import org.jspecify.annotations.NullMarked;
