/** Commands that run virtual plants. */
@NullMarked
package io.kunan.app.cli.plant;

import org.jspecify.annotations.NullMarked;
