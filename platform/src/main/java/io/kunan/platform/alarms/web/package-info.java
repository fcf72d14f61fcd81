/** Alarms over HTTP. */
@NullMarked
package io.kunan.platform.alarms.web;

import org.jspecify.annotations.NullMarked;
