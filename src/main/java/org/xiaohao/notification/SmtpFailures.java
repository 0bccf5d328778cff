package org.xiaohao.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.xiaohao.notification.Undelivered.Failure;

/** What a mail server means by its answer (RFC 5321, section 4.2). */
final class SmtpFailures {

  /** The server goes away in the middle of the conversation. */
  private static final int CLOSING = 421;

  /** Asks for TLS or for another login: nothing leaves until somebody changes the settings. */
  private static final List<Integer> NOT_FOR_US = List.of(530, 534, 535, 538);

  private SmtpFailures() {}

  static Undelivered of(Exception thrown) {
    return new Undelivered(failure(chain(thrown)), thrown);
  }

  private static Failure failure(List<Throwable> chain) {
    for (var link : chain) {
      if (link instanceof SMTPAddressFailedException recipient) {
        return byCode(recipient.getReturnCode(), Failure.REJECTED);
      }
      // Our own sender is refused: so will it be for every other mail.
      if (link instanceof SMTPSenderFailedException sender) {
        return sender.getReturnCode() / 100 == 4 && sender.getReturnCode() != CLOSING
            ? Failure.TEMPORARY
            : Failure.CONNECTION;
      }
      if (link instanceof SMTPSendFailedException answer) {
        return byCode(answer.getReturnCode(), Failure.PERMANENT);
      }
      if (link instanceof AddressException) {
        return Failure.BAD_ADDRESS;
      }
      if (link instanceof AuthenticationFailedException || link instanceof IOException) {
        return Failure.CONNECTION;
      }
    }
    return chain.get(0) instanceof SendFailedException ? Failure.BAD_ADDRESS : Failure.CONNECTION;
  }

  /**
   * @param code below zero where the server hung up instead of answering
   */
  private static Failure byCode(int code, Failure never) {
    if (code < 0 || code == CLOSING || NOT_FOR_US.contains(code)) {
      return Failure.CONNECTION;
    }
    return code / 100 == 5 ? never : Failure.TEMPORARY;
  }

  /** The most telling first: the library wraps what a server said about a recipient. */
  private static List<Throwable> chain(Throwable thrown) {
    var chain = new ArrayList<Throwable>();
    for (var next = thrown; next != null && !chain.contains(next); ) {
      chain.add(next);
      next =
          next instanceof MessagingException mail && mail.getNextException() != null
              ? mail.getNextException()
              : next.getCause();
    }
    chain.sort(
        (a, b) ->
            Boolean.compare(
                b instanceof SMTPAddressFailedException, a instanceof SMTPAddressFailedException));
    return chain;
  }
}
