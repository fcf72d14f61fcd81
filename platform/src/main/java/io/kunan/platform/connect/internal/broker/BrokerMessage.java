package io.kunan.platform.connect.internal.broker;

/**
 * A message of a broker.
 *
 * @param retained kept by the broker from before we subscribed
 * @param acknowledge tells the broker that it need not send the message again; does nothing at QoS
 *     0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BrokerMessage(String topic, byte[] payload, boolean retained, Runnable acknowledge) {}
