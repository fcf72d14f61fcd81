/** Events over HTTP. */
@NullMarked
package io.kunan.platform.events.web;

import org.jspecify.annotations.NullMarked;
