/** What a store of points must be able to do to stand behind the historian. */
@NullMarked
package io.kunan.engine.history.store;

import org.jspecify.annotations.NullMarked;
