/** Jobs over HTTP. */
@NullMarked
package io.kunan.platform.jobs.web;

import org.jspecify.annotations.NullMarked;
