/**
 * What every scenario stands on: the plant's assets, connections, live values, alarms, events,
 * models, advice, people and the audit trail. One package is one module; its root is its face.
 */
@NullMarked
package io.kunan.platform;

import org.jspecify.annotations.NullMarked;
