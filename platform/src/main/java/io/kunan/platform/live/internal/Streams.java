package io.kunan.platform.live.internal;

import io.kunan.platform.live.EventStreams;
import io.kunan.platform.live.NoticeStreams;
import io.kunan.platform.live.Notices;
import io.kunan.platform.web.Caller;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams to consoles, one virtual thread each. */
@Component
class Streams
    implements EventStreams, NoticeStreams, Notices, ApplicationListener<ContextClosedEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final int LONGEST_QUEUE = 1_000;

  private record Notice(String event, Object body) {}

  /** One console that listens to notices. */
  private record Listener(Caller person, SseEmitter emitter, LinkedBlockingQueue<Notice> queue) {
    Listener(Caller person) {
      this(person, new SseEmitter(0L), new LinkedBlockingQueue<>(LONGEST_QUEUE));
    }
  }

  private final Map<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();
  private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /** A console that falls a thousand notices behind is cut off; it connects again and re-reads. */
  @Override
  public void publish(String event, Object body, Predicate<Caller> audience) {
    Notice notice = new Notice(event, body);
    listeners.values().stream()
        .filter(listener -> audience.test(listener.person()))
        .filter(listener -> !listener.queue().offer(notice))
        .toList()
        .forEach(this::cutOff);
  }

  private void cutOff(Listener behind) {
    listeners.remove(behind.emitter());
    behind.emitter().complete();
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
  public SseEmitter open(Caller person, long statusMillis, Supplier<Object> status) {
    Listener listener = new Listener(person);
    SseEmitter emitter = listener.emitter();
    listeners.put(emitter, listener);
    emitter.onCompletion(() -> listeners.remove(emitter));
    start(
        emitter,
        () -> {
          send(emitter, "status", status.get());
          long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(statusMillis);
          while (isOpen(emitter)) {
            Notice notice = listener.queue().poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
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
    Locale reader = LocaleContextHolder.getLocale();
    emitter.onCompletion(() -> open.remove(emitter));
    emitter.onError(e -> open.remove(emitter));
    Thread.ofVirtual()
        .name("sse")
        .start(
            () -> {
              LocaleContextHolder.setLocale(reader);
              try {
                sending.run();
                emitter.complete();
              } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
              } catch (RuntimeException e) {
                failed(emitter, e);
              } catch (InterruptedException e) {
                emitter.complete();
              } finally {
                open.remove(emitter);
              }
            });
  }

  /** While the server stops, what a stream reads from may be gone before it: no news. */
  private void failed(SseEmitter emitter, RuntimeException e) {
    if (!closing) {
      LOG.warn("a stream to a console ended", e);
    }
    emitter.completeWithError(e);
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
