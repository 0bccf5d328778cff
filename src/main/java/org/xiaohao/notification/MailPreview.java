package org.xiaohao.notification;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A template filled with made-up content, as mails would look now.
 *
 * @param html what mail programs show
 * @param text what those show that show no HTML
 * @param faults what is wrong with the files in the folder; the built-in templates are shown then
 */
public record MailPreview(String subject, String html, String text, List<String> faults) {

  public MailPreview {
    faults = List.copyOf(faults);
  }

  /** Names that can be previewed. */
  public static List<String> names() {
    return LetterSamples.NAMES;
  }

  /**
   * Fills a template.
   *
   * @param folder templates that are used in place of the built-in ones
   * @return empty where there is no template of that name
   */
  public static Optional<MailPreview> of(String name, Path folder) {
    return Optional.ofNullable(LetterSamples.of(name))
        .map(
            letter -> {
              var faults = new ArrayList<String>();
              var settings =
                  new NotificationProperties(
                      "xiaohao@localhost", folder, folder, URI.create("http://127.0.0.1:8080"));
              var letters =
                  new Letters(
                      settings,
                      JsonMapper.builder().findAndAddModules().build(),
                      event -> faults.add(((Letters.TemplateBroken) event).toString()),
                      campaign -> Locale.CHINESE);
              return new MailPreview(
                  letter.heading(), letters.html("", letter), letters.text("", letter), faults);
            });
  }
}
