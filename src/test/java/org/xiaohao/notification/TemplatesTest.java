package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiaohao.notification.Templates.Format;

/** Mails as the templates make them. */
class TemplatesTest {

  @TempDir Path folder;

  static List<String> names() {
    return MailPreview.names();
  }

  /** Leaves the mails in {@code target/mails}, for people to look at. */
  @ParameterizedTest
  @MethodSource("names")
  void every_template_shows_all_of_its_letter_in_both_formats(String name) throws Exception {
    var letter = LetterSamples.of(name);
    var preview = MailPreview.of(name, folder).orElseThrow();
    Files.createDirectories(Path.of("target/mails"));
    Files.writeString(Path.of("target/mails", name + ".html"), preview.html());

    var said = new ArrayList<>(List.of(letter.heading(), letter.greeting(), letter.signature()));
    letter.sections().stream()
        .flatMap(section -> section.lines().stream())
        .forEach(line -> said.addAll(List.of(line.text(), line.note())));
    if (letter.remark() != null) {
      said.add(letter.remark());
    }
    if (letter.table() != null) {
      letter.table().rows().forEach(row -> said.addAll(row));
    }
    assertThat(preview.html()).contains(said);
    assertThat(preview.text()).contains(said.subList(1, said.size()));
    assertThat(preview.faults()).isEmpty();
    assertThat(preview.html())
        .as("nothing from elsewhere, nothing that mail programs take out")
        .doesNotContain("<img", "<script", "<link", "<style", "@import", "url(");
    assertThat(preview.html())
        .as("Outlook does not know a greatest width")
        .contains("<!--[if mso]><table role=\"presentation\" width=\"640\"", "<!--[if mso]></td>");
    assertThat(preview.html()).contains("<table", "style=").doesNotContain(" th:", "${");
    assertThat(preview.text()).doesNotContain("[#", "[(", "${");
  }

  @Test
  void a_file_in_the_folder_is_used_in_place_of_the_built_in_one() throws Exception {
    Files.writeString(folder.resolve("notice.html"), "<b th:text=\"${heading}\">题目</b>");
    Files.writeString(folder.resolve("notice.txt"), "本局模板：[(${heading})]");

    var preview = MailPreview.of("notice", folder).orElseThrow();

    assertThat(preview.html()).isEqualTo("<b>" + preview.subject() + "</b>");
    assertThat(preview.text()).isEqualTo("本局模板：" + preview.subject() + "\n");
    assertThat(preview.faults()).isEmpty();
  }

  @Test
  void an_edited_file_counts_without_a_restart() throws Exception {
    var templates = new Templates(folder, 0);
    var values = Map.<String, Object>of("heading", "题目");
    var faults = new ArrayList<Templates.Broken>();
    Files.writeString(folder.resolve("notice.txt"), "旧版 [(${heading})]");
    assertThat(templates.render("notice", Format.TEXT, values, faults::add)).isEqualTo("旧版 题目");

    Files.writeString(folder.resolve("notice.txt"), "新版 [(${heading})]");

    assertThat(templates.render("notice", Format.TEXT, values, faults::add)).isEqualTo("新版 题目");
    assertThat(faults).isEmpty();
  }

  @Test
  void a_file_counts_from_when_it_is_put_into_the_folder_until_it_is_taken_out() throws Exception {
    var templates = new Templates(folder, 0);
    var values =
        Map.<String, Object>of(
            "heading", "题目", "language", "zh", "template", "notice", "greeting", "张三同志：");
    var faults = new ArrayList<Templates.Broken>();
    var builtIn = templates.render("notice", Format.HTML, values, faults::add);
    assertThat(builtIn).contains("<table", "张三同志：");

    var layout = folder.resolve("layout.html");
    Files.writeString(layout, "<p th:fragment=\"mail(accent)\">本局版式</p>");
    assertThat(templates.render("notice", Format.HTML, values, faults::add)).contains("本局版式");
    var notice = folder.resolve("notice.html");
    Files.writeString(notice, "<b th:text=\"${heading}\">题</b>");
    assertThat(templates.render("notice", Format.HTML, values, faults::add)).isEqualTo("<b>题目</b>");

    Files.delete(notice);
    Files.delete(layout);
    assertThat(templates.render("notice", Format.HTML, values, faults::add)).isEqualTo(builtIn);
    assertThat(faults).isEmpty();
  }

  @Test
  void the_common_layout_can_be_changed_alone() throws Exception {
    Files.writeString(folder.resolve("layout.txt"), "本局版式 [(${heading})]");

    assertThat(MailPreview.of("digest", folder).orElseThrow().text()).startsWith("本局版式");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p th:text=\"${heading\">",
        "<p th:each=\"line : ${sections.nowhere.else}\" th:text=\"${line.x.y}\"></p><p th:text=\"${heading.foo.bar}\"></p>",
        "<p th:replace=\"~{nothing :: like-that}\"></p>",
        "   "
      })
  void a_broken_one_is_reported_and_the_built_in_one_is_used(String broken) throws Exception {
    Files.writeString(folder.resolve("digest.html"), broken);

    var preview = MailPreview.of("digest", folder).orElseThrow();

    assertThat(preview.html()).contains("已逾期（1项）");
    assertThat(preview.faults()).singleElement().asString().contains("digest.html");
  }

  @Test
  void guests_are_not_told_of_pages_that_they_cannot_open() {
    assertThat(MailPreview.of("guest", folder).orElseThrow().html())
        .contains("请勿回复")
        .doesNotContain("“待办”的");
    assertThat(MailPreview.of("invitation", folder).orElseThrow().html()).contains("“待办”的");
  }

  @Test
  void there_is_no_preview_of_what_is_no_template() {
    assertThat(MailPreview.of("layout", folder)).isEmpty();
    assertThat(MailPreview.of("../../etc/passwd", folder)).isEmpty();
  }
}
