@NullMarked
package io.kunan.app.cli.micrograph;

import org.jspecify.annotations.NullMarked;
