package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A mail that keeps its Message-ID, where the library would invent one, and says when it has all
 * but ended: the line that makes a server take it comes after what {@link #writeTo} writes.
 */
final class Mail extends MimeMessage {

  private final String id;
  private Runnable last = () -> {};

  Mail(Session session, String id) {
    super(session);
    this.id = id;
  }

  /**
   * Sets what runs each time that it is written, behind its last line; what that throws keeps a
   * server from taking it.
   */
  void beforeItsEnd(Runnable last) {
    this.last = last;
  }

  @Override
  public void writeTo(OutputStream out, String[] withoutHeaders)
      throws IOException, MessagingException {
    super.writeTo(out, withoutHeaders);
    last.run();
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
