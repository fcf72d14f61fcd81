/** The audit trail for the console. */
@NullMarked
package io.kunan.platform.audit.web;

import org.jspecify.annotations.NullMarked;
