package io.kunan.platform.connect;

import io.kunan.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What came of connecting once.
 *
 * @param ok whether a session was active
 * @param detail what was found, or why it failed and what to do
 * @param serverName name that the server gives itself
 * @param certificate certificate that the server showed, where the security asks for one
 */
public record ConnectionTest(
    boolean ok,
    @Sentence String detail,
    @Nullable String serverName,
    @Nullable ServerCertificate certificate) {}
