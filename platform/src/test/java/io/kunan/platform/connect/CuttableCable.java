package io.kunan.platform.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable between a connector and its plant that can be cut and mended. */
public final class CuttableCable implements AutoCloseable {
  private final ServerSocket entry;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  public CuttableCable(int target) throws IOException {
    this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return entry.getLocalPort();
  }

  /** Ends every connection and takes no new one. */
  public void cut() {
    cut = true;
    sockets.forEach(CuttableCable::close);
  }

  public void mend() {
    cut = false;
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket near = entry.accept();
        if (cut) {
          close(near);
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      } catch (IOException e) {
        // The plant is down or the cable is closed: the connector sees a refused connection.
        if (entry.isClosed()) {
          return;
        }
      }
    }
  }

  private void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // cut
    } finally {
      close(from);
      close(to);
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone already
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
    sockets.forEach(CuttableCable::close);
  }
}
