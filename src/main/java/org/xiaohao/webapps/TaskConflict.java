package org.xiaohao.webapps;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.context.i18n.LocaleContextHolder;
import org.xiaohao.shared.Messages;

/**
 * Somebody else was faster. The engine would answer 500 and speak of entities; this answers 409 in
 * words of the person, in the form in which the webapps expect their errors.
 */
public final class TaskConflict extends ClientErrorException {

  private static final long serialVersionUID = 1L;

  /**
   * @param code of the sentence
   */
  TaskConflict(String code, Throwable... cause) {
    super(
        Messages.text(LocaleContextHolder.getLocale(), code),
        answer(code),
        cause.length == 0 ? null : cause[0]);
  }

  private static Response answer(String code) {
    var sentence = Messages.text(LocaleContextHolder.getLocale(), code);
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "Conflict")
            .put("message", sentence)
            .put("detail", sentence)
            .put("code", code);
    return Response.status(Response.Status.CONFLICT)
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .entity(body.toString())
        .build();
  }
}
