/** Scheduling over HTTP. */
@NullMarked
package io.kunan.scenario.scheduling.web;

import org.jspecify.annotations.NullMarked;
