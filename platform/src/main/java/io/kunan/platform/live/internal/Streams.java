package io.kunan.platform.live.internal;

import io.kunan.platform.live.EventStreams;
import io.kunan.platform.live.NoticeStreams;
import io.kunan.platform.live.Notices;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams to consoles, one virtual thread each. */
@Component
class Streams
    implements EventStreams, NoticeStreams, Notices, ApplicationListener<ContextClosedEvent> {
  private static final int LONGEST_QUEUE = 1_000;

  private record Notice(String event, Object body) {}

  /** One console that listens to notices. */
  private static final class Listener {
    private final LinkedBlockingQueue<Notice> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final SseEmitter emitter = new SseEmitter(0L);
  }

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /** A console that falls a thousand notices behind is cut off; it connects again and re-reads. */
  @Override
  public void publish(String event, Object body) {
    for (Listener listener : listeners) {
      if (!listener.queue.offer(new Notice(event, body))) {
        listeners.remove(listener);
        listener.emitter.complete();
      }
    }
  }

  @Override
  public SseEmitter everySecond(String event, Supplier<@Nullable Object> next) {
    SseEmitter emitter = new SseEmitter(0L);
    start(
        emitter,
        () -> {
          while (isOpen(emitter)) {
            Object body = next.get();
            send(emitter, body == null ? "ping" : event, body == null ? "" : body);
            TimeUnit.SECONDS.sleep(1);
          }
        });
    return emitter;
  }

  @Override
  public SseEmitter open(long statusMillis, Supplier<Object> status) {
    Listener listener = new Listener();
    SseEmitter emitter = listener.emitter;
    listeners.add(listener);
    emitter.onCompletion(() -> listeners.remove(listener));
    start(
        emitter,
        () -> {
          send(emitter, "status", status.get());
          long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(statusMillis);
          while (isOpen(emitter)) {
            Notice notice = listener.queue.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (notice != null) {
              send(emitter, notice.event, notice.body);
            } else {
              send(emitter, "status", status.get());
              due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(statusMillis);
            }
          }
        });
    return emitter;
  }

  private interface Sending {
    void run() throws IOException, InterruptedException;
  }

  private void start(SseEmitter emitter, Sending sending) {
    open.add(emitter);
    emitter.onCompletion(() -> open.remove(emitter));
    emitter.onError(e -> open.remove(emitter));
    Thread.ofVirtual()
        .name("sse")
        .start(
            () -> {
              try {
                sending.run();
                emitter.complete();
              } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
              } catch (InterruptedException e) {
                emitter.complete();
              } finally {
                open.remove(emitter);
              }
            });
  }

  private boolean isOpen(SseEmitter emitter) {
    return !closing && open.contains(emitter);
  }

  private static void send(SseEmitter emitter, String event, Object body) throws IOException {
    emitter.send(SseEmitter.event().name(event).data(body, MediaType.APPLICATION_JSON));
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    closing = true;
    open.forEach(SseEmitter::complete);
  }
}
