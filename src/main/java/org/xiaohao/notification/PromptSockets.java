package org.xiaohao.notification;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets to a mail server. They send at once what is written: otherwise the last piece of every
 * mail waits until the server has acknowledged the piece before, which servers delay by 40 ms. And
 * their limit of time is one for the whole answer: else a server that sends a character now and
 * then holds a sender for ever. With TLS they lie below it.
 */
final class PromptSockets extends SocketFactory {

  /** Not connected yet: the mail library does that itself, with its own limits of time. */
  @Override
  public Socket createSocket() throws IOException {
    return new Prompt();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private static Socket connected(SocketAddress to, @Nullable SocketAddress from)
      throws IOException {
    var socket = new Prompt();
    socket.bind(from);
    socket.connect(to);
    return socket;
  }

  /** Its answers are read by one thread, which is the one that asks. */
  private static final class Prompt extends Socket {

    /** As {@link System#nanoTime} counts. */
    private volatile long asked = System.nanoTime();

    Prompt() throws IOException {
      setTcpNoDelay(true);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      super.connect(to, timeout);
      asked = System.nanoTime();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int one) throws IOException {
          out.write(one);
          asked = System.nanoTime();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          out.write(bytes, offset, length);
          asked = System.nanoTime();
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          requireInTime();
          return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          requireInTime();
          return in.read(bytes, offset, length);
        }
      };
    }

    private void requireInTime() throws IOException {
      var limit = Duration.ofMillis(getSoTimeout());
      if (!limit.isZero() && System.nanoTime() - asked > limit.toNanos()) {
        throw new SocketTimeoutException("no whole answer within " + limit.toMillis() + " ms");
      }
    }
  }
}
