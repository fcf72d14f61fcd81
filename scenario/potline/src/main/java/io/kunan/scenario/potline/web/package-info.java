/** The potroom over HTTP. */
@NullMarked
package io.kunan.scenario.potline.web;

import org.jspecify.annotations.NullMarked;
