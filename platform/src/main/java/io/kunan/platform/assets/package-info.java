/**
 * The plant as people know it: group, company, plant, line, equipment (ISA-95), and the tags that
 * tell what is measured there. Kept in memory whole; every change is audited and announced.
 */
@NullMarked
package io.kunan.platform.assets;

import org.jspecify.annotations.NullMarked;
