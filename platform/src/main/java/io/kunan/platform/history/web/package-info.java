/** Questions to the history over HTTP. */
@NullMarked
package io.kunan.platform.history.web;

import org.jspecify.annotations.NullMarked;
