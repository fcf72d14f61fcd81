/** Storing, checking and announcing changes of assets and tags. */
@NullMarked
package io.kunan.platform.assets.internal;

import org.jspecify.annotations.NullMarked;
