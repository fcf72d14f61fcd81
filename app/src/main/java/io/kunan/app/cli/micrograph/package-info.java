/** Commands that train recipes for micrographs, judge them and measure with them. */
@NullMarked
package io.kunan.app.cli.micrograph;

import org.jspecify.annotations.NullMarked;
