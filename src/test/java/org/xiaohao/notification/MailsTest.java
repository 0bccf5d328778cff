package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailsTest {

  private static final Instant NOW = Instant.parse("2017-03-27T00:00:00Z");

  private final Mails mails =
      new Mails(new NotificationProperties("销号 <xiaohao@example.org>", Path.of("unused")));

  MailsTest() throws Exception {}

  @Test
  void a_mail_in_the_folder_can_be_read_by_a_mail_program(@TempDir Path folder) throws Exception {
    var body = "张三同志:\n\n您有以下事项待办。\n\n“引号”与表情😀。\n";
    var row = row("张三", "zhangsan@example.org", "待办提醒:逾期2项😀", body);

    var run = new FolderCarrier(folder.resolve("new/mail")).open();
    run.carry(row, mails.mail(row, NOW));
    run.carry(row, mails.mail(row, NOW));

    try (var files = Files.list(folder.resolve("new/mail"))) {
      var all = files.toList();
      assertThat(all).as("the second attempt replaces the first").hasSize(1);
      assertThat(all.get(0)).hasFileName("2017-03-27-00000007-zhangsan.eml");
      try (var input = Files.newInputStream(all.get(0))) {
        var read = new MimeMessage(null, input);
        assertThat(read.getSubject()).isEqualTo("待办提醒:逾期2项😀");
        assertThat(((String) read.getContent()).replace("\r\n", "\n")).isEqualTo(body);
        var to = (InternetAddress) read.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("zhangsan@example.org");
        assertThat(to.getPersonal()).isEqualTo("张三");
        assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("销号");
        assertThat(read.getSentDate()).isEqualTo(NOW);
      }
    }
  }

  @Test
  void the_same_notice_keeps_its_message_id() throws Exception {
    var row = row("张三", "zhangsan@example.org", "提醒", "正文");

    var first = mails.mail(row, NOW).getMessageID();

    assertThat(mails.mail(row, NOW.plusSeconds(60)).getMessageID()).isEqualTo(first);
    assertThat(first).matches("<[0-9a-f-]{36}@example\\.org>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "提醒\r\nBcc: evil@example.org",
        "提醒\nBcc: evil@example.org\n\n正文",
        "提醒\rBcc: evil@example.org",
        "提醒\u2028Bcc: evil@example.org",
        "提醒\u0000\u000b\u0085Bcc: evil@example.org"
      })
  void a_title_or_a_name_with_line_breaks_makes_no_header(String text) throws Exception {
    var row = row(text, "zhangsan@example.org", text, "正文");
    var out = new ByteArrayOutputStream();
    mails.mail(row, NOW).writeTo(out);

    var read = new MimeMessage(null, new ByteArrayInputStream(out.toByteArray()));

    assertThat(Collections.list(read.getAllHeaders()))
        .extracting(header -> header.getName())
        .doesNotContain("Bcc");
    assertThat(read.getAllRecipients()).hasSize(1);
    assertThat(read.getSubject()).startsWith("提醒").doesNotContainPattern("[\\p{Cntrl}]");
    assertThat(out.toString(StandardCharsets.US_ASCII)).doesNotContain("\nBcc:", "\rBcc:");
  }

  @Test
  void a_cut_title_does_not_break_a_character_in_two() {
    for (var offset : new String[] {"", "a"}) {
      var line = MailText.line(offset + "😀".repeat(300));
      assertThat(line).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zhangsan@example.org, zhangsan@example.org",
    "zhang@例子.中国, zhang@xn--fsqu00a.xn--fiqs8s",
    "' zhang@example.org ', zhang@example.org",
  })
  void an_address_is_written_as_servers_understand_it(String mail, String expected) {
    assertThat(MailText.address(mail)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zhangsan",
        "@example.org",
        "zhang san@example.org",
        "张三@example.org",
        "a@b@example.org",
        "zhangsan@example.org\r\nBcc: evil@example.org",
        "a@example.org,b@example.org",
        "张三 <a@example.org>"
      })
  void what_is_no_address_is_none(String mail) {
    assertThat(MailText.address(mail)).isEmpty();
    assertThat(MailText.address(null)).isEmpty();
  }

  private static OutboxRow row(String name, String address, String subject, String body) {
    return new OutboxRow(
        7, "digest/1", "test-2017", "zhangsan", name, address, subject, body, 1, NOW);
  }
}
