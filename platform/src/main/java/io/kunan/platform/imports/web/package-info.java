/** Imports over HTTP. */
@NullMarked
package io.kunan.platform.imports.web;

import org.jspecify.annotations.NullMarked;
