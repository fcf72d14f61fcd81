/** Commands about the audit trail. */
@NullMarked
package io.kunan.app.cli.audit;

import org.jspecify.annotations.NullMarked;
