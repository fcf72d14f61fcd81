/** How uploaded files are kept, previewed, mapped and read. */
@NullMarked
package io.kunan.platform.imports.internal;

import org.jspecify.annotations.NullMarked;
