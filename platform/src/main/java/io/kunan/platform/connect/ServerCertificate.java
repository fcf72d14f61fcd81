package io.kunan.platform.connect;

import java.time.Instant;

/**
 * The certificate that a server shows, for a person to compare with the server's own.
 *
 * @param thumbprint SHA-1 in hexadecimal, as OPC UA tools show it
 * @param trusted whether this installation trusts it
 */
public record ServerCertificate(
    String thumbprint, String subject, Instant validFrom, Instant validTo, boolean trusted) {}
