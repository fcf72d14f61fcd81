/** The group at a glance: what is abnormal now, what is advised, how the sites stand. */
@NullMarked
package io.kunan.platform.overview;

import org.jspecify.annotations.NullMarked;
