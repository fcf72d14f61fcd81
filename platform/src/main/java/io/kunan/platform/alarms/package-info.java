/**
 * Alarms: a condition on a tag that a person must answer. Limit, rate and stale rules with delay
 * and dead-band; one occurrence at a time for each rule.
 */
@NullMarked
package io.kunan.platform.alarms;

import org.jspecify.annotations.NullMarked;
