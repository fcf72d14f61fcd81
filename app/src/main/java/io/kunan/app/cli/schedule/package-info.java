/** Planning from the command line: shops of the public collections and plants of our own form. */
@NullMarked
package io.kunan.app.cli.schedule;

import org.jspecify.annotations.NullMarked;
