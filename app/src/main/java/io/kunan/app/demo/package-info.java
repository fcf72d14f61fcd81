/**
 * The demo: an installation of its own in the checkout, fed by a virtual potline in a process of
 * its own. Everything it shows goes the way a real plant's data go.
 */
@NullMarked
package io.kunan.app.demo;

import org.jspecify.annotations.NullMarked;
