/** The OPC UA face of the virtual line: address space, pushed values, events, security. */
@NullMarked
package io.kunan.plant.potline.internal.opcua;

import org.jspecify.annotations.NullMarked;
