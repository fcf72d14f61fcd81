/**
 * The folder in which one installation keeps everything it owns, and the lock that keeps it to one
 * process.
 */
@NullMarked
package io.kunan.platform.home;

import org.jspecify.annotations.NullMarked;
