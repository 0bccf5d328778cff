package org.xiaohao.webapps.security;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of a directory as the house asks for (RFC 4511): simple binds, and searches for one
 * attribute. It is strict where directories are: nobody searches without a bind; and lax where many
 * are: a bind with a name and no password is taken for an anonymous one, and succeeds. The client
 * that speaks to it is the one of the JDK.
 */
final class TestDirectory implements AutoCloseable {

  private static final int SUCCESS = 0;
  private static final int INVALID_CREDENTIALS = 49;
  private static final int INSUFFICIENT_ACCESS_RIGHTS = 50;

  private static final int BIND = 0x60;
  private static final int UNBIND = 0x42;
  private static final int SEARCH = 0x63;
  private static final int ABANDON = 0x50;
  private static final int EQUAL = 0xA3;
  private static final int PRESENT = 0x87;

  private final ServerSocket server;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  private record Entry(String dn, String uid, String password) {}

  private TestDirectory(ServerSocket server) {
    this.server = server;
  }

  static TestDirectory start() throws IOException {
    var directory = new TestDirectory(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
    var door = new Thread(directory::welcome, "directory");
    door.setDaemon(true);
    door.start();
    return directory;
  }

  TestDirectory with(String dn, String uid, String password) {
    entries.add(new Entry(dn, uid, password));
    return this;
  }

  String address() {
    return "ldap://127.0.0.1:" + server.getLocalPort();
  }

  /** What was asked: {@code bind <dn>} and {@code search <base> (<attribute>=<value>)}. */
  List<String> asked() {
    return asked;
  }

  /** From now on it takes what is asked, and answers nothing. */
  void fallsSilent() {
    silent = true;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void welcome() {
    while (!server.isClosed()) {
      try {
        var guest = server.accept();
        var talk = new Thread(() -> talk(guest), "directory-guest");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket guest) {
    try (guest;
        var in = new DataInputStream(guest.getInputStream())) {
      var bound = false;
      for (var message = Element.read(in); message != null; message = Element.read(in)) {
        var parts = message.parts();
        var id = parts.get(0);
        var operation = parts.get(1);
        var answers = new ByteArrayOutputStream();
        if (operation.tag() == UNBIND) {
          return;
        } else if (operation.tag() == BIND) {
          var result = bind(operation.parts());
          bound = result == SUCCESS;
          answers.writeBytes(answer(id, 0x61, result));
        } else if (operation.tag() == SEARCH) {
          answers.writeBytes(found(id, operation.parts(), bound));
        } else if (operation.tag() != ABANDON) {
          throw new IllegalStateException("operation " + operation.tag());
        }
        if (!silent) {
          guest.getOutputStream().write(answers.toByteArray());
        }
      }
    } catch (IOException gone) {
      // The guest has left without a word.
    }
  }

  private int bind(List<Element> request) {
    var dn = request.get(1).text();
    var password = request.get(2).text();
    asked.add("bind " + dn);
    return password.isEmpty()
            || entries.stream().anyMatch(one -> same(one.dn, dn) && one.password.equals(password))
        ? SUCCESS
        : INVALID_CREDENTIALS;
  }

  private byte[] found(Element id, List<Element> request, boolean bound) {
    var base = request.get(0).text();
    var filter = request.get(6);
    var wanted = filter.tag() == PRESENT ? "*" : filter.parts().get(1).text();
    if (filter.tag() != EQUAL && filter.tag() != PRESENT) {
      throw new IllegalStateException("filter " + filter.tag());
    }
    asked.add(
        "search %s (%s=%s)"
            .formatted(
                base,
                filter.tag() == PRESENT ? filter.text() : filter.parts().get(0).text(),
                wanted));
    var answers = new ByteArrayOutputStream();
    if (bound) {
      entries.stream()
          .filter(
              one ->
                  filter.tag() == PRESENT
                      ? same(one.dn, base)
                      : same(one.uid, wanted) && one.dn.endsWith(base))
          .forEach(
              one ->
                  answers.writeBytes(
                      Element.of(
                          0x30,
                          id.bytes(),
                          Element.of(
                              0x64,
                              Element.of(0x04, one.dn),
                              Element.of(
                                  0x30,
                                  Element.of(
                                      0x30,
                                      Element.of(0x04, "uid"),
                                      Element.of(0x31, Element.of(0x04, one.uid))))))));
    }
    answers.writeBytes(answer(id, 0x65, bound ? SUCCESS : INSUFFICIENT_ACCESS_RIGHTS));
    return answers.toByteArray();
  }

  /** Directories take names for the same however they are written. */
  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static byte[] answer(Element id, int tag, int result) {
    return Element.of(
        0x30,
        id.bytes(),
        Element.of(
            tag,
            Element.of(0x0A, new byte[] {(byte) result}),
            Element.of(0x04, ""),
            Element.of(0x04, "")));
  }

  /** A value in the basic encoding rules: what it is, how long, and the value. */
  private record Element(int tag, byte[] content) {

    static Element read(DataInputStream in) throws IOException {
      var tag = in.read();
      if (tag < 0) {
        return null;
      }
      var length = in.readUnsignedByte();
      if (length > 0x7F) {
        var more = length & 0x7F;
        length = 0;
        for (var i = 0; i < more; i++) {
          length = length << 8 | in.readUnsignedByte();
        }
      }
      return new Element(tag, in.readNBytes(length));
    }

    List<Element> parts() {
      var parts = new ArrayList<Element>();
      try (var in = new DataInputStream(new java.io.ByteArrayInputStream(content))) {
        for (var part = read(in); part != null; part = read(in)) {
          parts.add(part);
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return parts;
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
      return of(tag, content);
    }

    static byte[] of(int tag, String text) {
      return of(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] of(int tag, byte[]... parts) {
      var content = new ByteArrayOutputStream();
      for (var part : parts) {
        content.writeBytes(part);
      }
      var whole = new ByteArrayOutputStream();
      whole.write(tag);
      whole.write(0x82);
      whole.write(content.size() >> 8);
      whole.write(content.size());
      whole.writeBytes(content.toByteArray());
      return whole.toByteArray();
    }
  }
}
