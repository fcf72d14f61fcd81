package io.kunan.platform.streams.internal;

/** Announced after a job was made, changed, switched or removed. */
record StreamJobsChanged() {}
