/** Last values and notices over HTTP and server-sent events. */
@NullMarked
package io.kunan.platform.live.web;

import org.jspecify.annotations.NullMarked;
