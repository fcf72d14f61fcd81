/** How models are kept, trained, judged and served. */
@NullMarked
package io.kunan.platform.models.internal;

import org.jspecify.annotations.NullMarked;
