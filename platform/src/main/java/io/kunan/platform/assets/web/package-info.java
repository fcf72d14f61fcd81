/** Assets, tags and search for the console; import and export. */
@NullMarked
package io.kunan.platform.assets.web;

import org.jspecify.annotations.NullMarked;
