package io.kunan.benchmark.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import io.kunan.kernel.Micros;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Devices of a plant that each send one message of {@value #SIGNALS} values a second at QoS 1,
 * spread over the second. Times and values follow from the number of the second, so that what the
 * history holds can be checked without a ledger.
 */
final class Devices implements AutoCloseable {
  static final int SIGNALS = 100;

  /** Messages that may wait for the broker's answer, so that a slow broker slows the devices. */
  private static final int UNDER_WAY = 500;

  private final int devices;
  private final long startMicros = Micros.of(Instant.now().plusSeconds(1)) / 1_000_000 * 1_000_000;
  private final Mqtt5AsyncClient client;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final AtomicLong refused = new AtomicLong();

  Devices(int port, int devices) throws IOException, InterruptedException {
    this.devices = devices;
    this.client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("devices")
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildAsync();
    try {
      client.connect().get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the devices cannot reach the broker", e);
    }
  }

  /** Sends one second of all devices; ends when it is over. */
  void send(int second) throws InterruptedException {
    for (int device = 0; device < devices; device++) {
      long time = time(second, device);
      waitUntil(time);
      room.acquire();
      client
          .publishWith()
          .topic("plant/%d".formatted(device))
          .payload(payload(second, device, time))
          .qos(MqttQos.AT_LEAST_ONCE)
          .send()
          .whenComplete(
              (answer, failure) -> {
                room.release();
                if (failure != null) {
                  refused.incrementAndGet();
                }
              });
    }
  }

  /** Waits until the broker has everything. */
  void settle() throws IOException, InterruptedException {
    if (!room.tryAcquire(UNDER_WAY, 60, TimeUnit.SECONDS) || refused.get() > 0) {
      throw new IOException("the broker did not take %d messages".formatted(refused.get()));
    }
    room.release(UNDER_WAY);
  }

  private static void waitUntil(long micros) {
    while (true) {
      long left = micros - Micros.of(Instant.now());
      if (left <= 0) {
        return;
      }
      LockSupport.parkNanos(left * 1_000);
    }
  }

  private static byte[] payload(int second, int device, long time) {
    StringBuilder json = new StringBuilder(2_500).append("{\"t\":").append(time).append(",\"v\":[");
    for (int signal = 0; signal < SIGNALS; signal++) {
      json.append(signal == 0 ? "" : ",").append(value(second, device * SIGNALS + signal + 1));
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** When a device sends in a second. */
  private long time(int second, int device) {
    return startMicros + second * 1_000_000L + device * 1_000_000L / devices;
  }

  /** Differs for every tag and every second of the proof. */
  private static double value(int second, int tag) {
    return second + tag / 65_536.0;
  }

  /** Whether a point is one that was sent, within the first seconds. */
  boolean sent(int tag, long timeMicros, double value, int seconds) {
    int device = (tag - 1) / SIGNALS;
    long second = Math.floorDiv(timeMicros - startMicros, 1_000_000L);
    return second >= 0
        && second < seconds
        && time((int) second, device) == timeMicros
        && value((int) second, tag) == value;
  }

  @Override
  public void close() {
    client.disconnect();
  }
}
