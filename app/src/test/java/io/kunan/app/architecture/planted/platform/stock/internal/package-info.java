/** What that module keeps to itself. */
@NullMarked
package io.kunan.app.architecture.planted.platform.stock.internal;

import org.jspecify.annotations.NullMarked;
