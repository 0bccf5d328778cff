package org.xiaohao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Takes mails to where they are read. */
interface Carrier {

  /** Sets out for a batch of mails; may be as expensive as a connection. */
  Run open() throws MessagingException, IOException;

  /** One way for a batch of mails. */
  interface Run extends AutoCloseable {

    /**
     * Hands over one mail. The run goes on after a failure, for the mails behind it.
     *
     * @param row the notice that the mail says
     */
    void carry(OutboxRow row, MimeMessage mail) throws MessagingException, IOException;

    @Override
    void close();
  }
}
