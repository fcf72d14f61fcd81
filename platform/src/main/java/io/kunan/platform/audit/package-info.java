/**
 * Who changed what and when, as a chain of hashes in which every later change of an entry shows.
 */
@NullMarked
package io.kunan.platform.audit;

import org.jspecify.annotations.NullMarked;
