/** Commands of the potline area. */
@NullMarked
package io.kunan.app.cli.potline;

import org.jspecify.annotations.NullMarked;
