/**
 * Files of measurements brought in by people: looked at first, their columns mapped to tags, then
 * read into the history in the background, with a report of what could not be used.
 */
@NullMarked
package io.kunan.platform.imports;

import org.jspecify.annotations.NullMarked;
