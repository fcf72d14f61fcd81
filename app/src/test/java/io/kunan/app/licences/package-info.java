/** The gate on licences: what is linked, built with and tested with, and whether we may. */
@NullMarked
package io.kunan.app.licences;

import org.jspecify.annotations.NullMarked;
