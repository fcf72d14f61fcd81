/** Imports over HTTP against a running server. */
@NullMarked
package io.kunan.platform.imports;

import org.jspecify.annotations.NullMarked;
