package org.xiaohao.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that can be told to misbehave. Takes mails, remembers their Message-IDs, and
 * answers as {@link #answers} says.
 */
final class OddServer implements AutoCloseable {

  /** An answer that ends the connection without a word. */
  static final String HANG_UP = "";

  /** An answer that never comes. */
  static final String SILENCE = "silence";

  /** An answer that comes a character now and then, and never ends. */
  static final String DRIP = "drip";

  /** Message-IDs of what was taken, in that order. */
  final List<String> taken = Collections.synchronizedList(new ArrayList<>());

  final AtomicInteger connections = new AtomicInteger();

  /** Turns a command ({@code MAIL}, {@code RCPT}, {@code .} ...) with its rest into an answer. */
  volatile UnaryOperator<String> answers = OddServer::politely;

  private final ServerSocket socket;
  private final CountDownLatch closed = new CountDownLatch(1);

  OddServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var listener = new Thread(this::listen, "odd-server");
    listener.setDaemon(true);
    listener.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** What a server that does its work answers. */
  static String politely(String command) {
    return switch (command.split("[ :]")[0].toUpperCase()) {
      case "HELLO" -> "220 odd server";
      case "EHLO", "HELO" -> "250 odd server";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 fine";
    };
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        client.setTcpNoDelay(true);
        connections.incrementAndGet();
        var talk = new Thread(() -> talk(client), "odd-conversation");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException end) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        var out = new PrintStream(client.getOutputStream(), true, StandardCharsets.ISO_8859_1)) {
      var line = "HELLO";
      while (line != null) {
        if (!answer(line, out)) {
          return;
        }
        if (line.startsWith("DATA")) {
          var id = mail(in);
          if (id == null) {
            return;
          }
          var reply = answers.apply(".");
          if (reply.startsWith("2")) {
            taken.add(id);
          }
          if (!say(reply, out)) {
            return;
          }
        }
        line = in.readLine();
      }
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private boolean answer(String line, PrintStream out) {
    return say(answers.apply(line), out) && !line.startsWith("QUIT");
  }

  private boolean say(String answer, PrintStream out) {
    if (answer.equals(SILENCE)) {
      await();
      return false;
    }
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (answer.equals(DRIP)) {
      drip(out);
      return false;
    }
    out.print(answer + "\r\n");
    out.flush();
    return !answer.startsWith("421");
  }

  /** Quicker than any client that waits for the next character loses patience. */
  private void drip(PrintStream out) {
    do {
      out.print("2");
      out.flush();
    } while (!out.checkError() && !await(100));
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the server was closed meanwhile. */
  private boolean await(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Message-ID of a mail; null where it breaks off. */
  private static @Nullable String mail(BufferedReader in) throws IOException {
    var id = "";
    for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return null;
      }
      if (line.startsWith("Message-ID: ")) {
        id = line.substring("Message-ID: ".length());
      }
    }
    return id;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
