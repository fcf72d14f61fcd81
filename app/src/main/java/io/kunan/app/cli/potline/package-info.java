/** The area of the potline: one calculation, or the closed loop on the virtual plant. */
@NullMarked
package io.kunan.app.cli.potline;

import org.jspecify.annotations.NullMarked;
