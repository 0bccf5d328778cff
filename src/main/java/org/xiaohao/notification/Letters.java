package org.xiaohao.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xiaohao.notification.Templates.Broken;
import org.xiaohao.notification.Templates.Format;
import org.xiaohao.shared.Messages;

/** Makes HTML and plain text out of letters. */
@Component
class Letters {

  /** A template of that campaign's office is broken; the built-in one was used. */
  record TemplateBroken(String campaignId, Broken broken) {}

  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final Templates templates;
  private final ObjectMapper json;
  private final ApplicationEventPublisher publisher;
  private final Languages languages;

  Letters(
      NotificationProperties settings,
      ObjectMapper json,
      ApplicationEventPublisher publisher,
      Languages languages) {
    this.templates = new Templates(settings.templates());
    this.json = json;
    this.publisher = publisher;
    this.languages = languages;
  }

  /** What a letter says in plain text. */
  String text(String campaignId, Letter letter) {
    return render(campaignId, letter, Format.TEXT).strip() + "\n";
  }

  /** What a letter looks like. */
  String html(String campaignId, Letter letter) {
    return render(campaignId, letter, Format.HTML);
  }

  /** How a notice on its way looks. */
  String html(OutboxRow row) {
    return html(row.campaignId(), letter(row));
  }

  private Letter letter(OutboxRow row) {
    if (row.letter() == null) {
      return plain(row);
    }
    try {
      return json.readValue(row.letter(), Letter.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("letter " + row.id() + " cannot be read", broken);
    }
  }

  /** What stands between empty lines. */
  static List<String> paragraphs(String body) {
    return Stream.of(body.split("\\R{2,}")).filter(text -> !text.isBlank()).toList();
  }

  private Letter plain(OutboxRow row) {
    var language = languages.of(row.campaignId());
    var action =
        row.link() == null
            ? null
            : new Letter.Action(Messages.text(language, "notification.letter.open"), row.link());
    return new Letter(
        "notice",
        language.getLanguage(),
        MailText.line(row.subject()),
        "",
        paragraphs(row.body()),
        List.of(),
        null,
        action,
        null,
        "");
  }

  private String render(String campaignId, Letter letter, Format format) {
    var values = new LinkedHashMap<String, Object>(json.convertValue(letter, VALUES));
    return templates.render(
        letter.template(),
        format,
        values,
        broken -> publisher.publishEvent(new TemplateBroken(campaignId, broken)));
  }
}
