/**
 * Advice: what a scenario asks people to do, with inputs, reason, expected effect and guard rails,
 * and what people decided. The only way towards a plant; nothing is written to one yet.
 */
@NullMarked
package io.kunan.platform.advice;

import org.jspecify.annotations.NullMarked;
