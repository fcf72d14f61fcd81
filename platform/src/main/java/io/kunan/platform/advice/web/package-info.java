/** Advice over HTTP. */
@NullMarked
package io.kunan.platform.advice.web;

import org.jspecify.annotations.NullMarked;
