/** How the potroom's figures are gathered and its advice is made. */
@NullMarked
package io.kunan.scenario.potline.internal;

import org.jspecify.annotations.NullMarked;
