/**
 * The long proof of the OPC UA connection: a real server in a process of its own, a real history, a
 * restart in the middle, and every value accounted for.
 */
@NullMarked
package io.kunan.benchmark.opcua;

import org.jspecify.annotations.NullMarked;
