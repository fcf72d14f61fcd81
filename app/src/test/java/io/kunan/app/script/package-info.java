/** The script {@code ./kunan}, tried in a small checkout of fakes. */
@NullMarked
package io.kunan.app.script;

import org.jspecify.annotations.NullMarked;
