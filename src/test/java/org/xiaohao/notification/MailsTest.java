package org.xiaohao.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailsTest {

  private static final Instant NOW = Instant.parse("2017-03-27T00:00:00Z");

  private final Mails mails = OutboxFixture.mails();

  MailsTest() throws Exception {}

  @Test
  void a_mail_in_the_folder_can_be_read_by_a_mail_program(@TempDir Path folder) throws Exception {
    var body = "张三同志：\n\n您有以下事项待办。\n\n“引号”与表情😀。\n";
    var row = row("张三", "zhangsan@example.org", "待办提醒：逾期2项😀", body);

    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var run = new FolderCarrier(folder.resolve("new/mail"), mails, clock).open();
    run.carry(row, () -> {});
    run.carry(row, () -> {});

    try (var files = Files.list(folder.resolve("new/mail"))) {
      var all = files.toList();
      assertThat(all).as("the second attempt replaces the first").hasSize(1);
      assertThat(all.get(0)).hasFileName("2017-03-27-00000007-zhangsan.eml");
      try (var input = Files.newInputStream(all.get(0))) {
        var read = new MimeMessage(null, input);
        assertThat(read.getSubject()).isEqualTo("待办提醒：逾期2项😀");
        var parts = (MimeMultipart) read.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
            .isEqualTo(body);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("表情😀", "张三同志");
        var to = (InternetAddress) read.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("zhangsan@example.org");
        assertThat(to.getPersonal()).isEqualTo("张三");
        assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("销号");
        assertThat(read.getSentDate()).isEqualTo(NOW);
      }
    }
  }

  @Test
  void a_name_with_quotes_and_an_emoji_arrives_as_it_is() throws Exception {
    var name = "张\"三\" <boss@example.org> 😀";
    var read = read(row(name, "zhangsan@example.org", "提醒", "正文"));

    assertThat(read.getAllRecipients()).hasSize(1);
    var to = (InternetAddress) read.getAllRecipients()[0];
    assertThat(to.getAddress()).isEqualTo("zhangsan@example.org");
    assertThat(to.getPersonal()).isEqualTo(name);
  }

  @Test
  void what_people_write_is_text_in_the_html_too() throws Exception {
    var evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    var read = read(row("张三", "zhangsan@example.org", evil, "看 " + evil + " & [[${7*7}]]"));
    var html = (String) ((MimeMultipart) read.getContent()).getBodyPart(1).getContent();

    assertThat(html).contains("&lt;script&gt;", "[[${7*7}]]").doesNotContain("<script", "<img");
  }

  @Test
  void a_plain_notice_ends_in_the_language_of_its_campaign() throws Exception {
    var row = row("Li Wei", "li@example.org", "Reminder", "One.\n\nTwo.");
    assertThat(html(row, row.campaignId())).contains("此邮件由系统自动发送", "lang=\"zh\"");
    assertThat(html(row, "english-2017"))
        .contains("Sent automatically", "lang=\"en\"", ">Open<")
        .doesNotContain("此邮件", "打开");
  }

  private String html(OutboxRow row, String campaign) throws Exception {
    var of =
        new OutboxRow(
            row.id(),
            row.key(),
            row.channel(),
            campaign,
            row.personId(),
            row.personName(),
            row.address(),
            row.subject(),
            row.body(),
            false,
            null,
            "http://127.0.0.1:8080/",
            null,
            null,
            row.state(),
            0,
            NOW,
            NOW);
    return (String) ((MimeMultipart) read(of).getContent()).getBodyPart(1).getContent();
  }

  @Test
  void an_invitation_is_a_version_of_the_mail_and_a_file() throws Exception {
    var appointment =
        new Appointment(
            "test-2017/meeting/review",
            3,
            Appointment.Kind.INVITED,
            "评议会；第一次, 三楼",
            null,
            "三楼会议室",
            NOW,
            NOW.plusSeconds(7200),
            "http://127.0.0.1:8080/");
    var invited = parts(appointment);
    var cancelled = parts(appointment.as(Appointment.Kind.CANCELLED));

    assertThat(invited).hasSize(4).first().asString().startsWith("text/plain");
    assertThat(invited.get(2)).startsWith("text/calendar; charset=UTF-8; method=REQUEST");
    assertThat(invited.get(3))
        .contains(
            "METHOD:REQUEST",
            "UID:test-2017/meeting/review@xiaohao",
            "SEQUENCE:3",
            "DTSTART:20170327T000000Z",
            "DTEND:20170327T020000Z",
            "SUMMARY:评议会；第一次\\, 三楼",
            "mailto:zhangsan@example.org");
    assertThat(cancelled.get(3))
        .contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:test-2017/meeting/review@xiaohao");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a|b@example.org", "a{b}@example.org", "a%b@example.org", "a?b@example.org"})
  void an_odd_address_is_written_as_a_link_that_everybody_reads(String odd) throws Exception {
    assertThat(MailText.address(odd)).contains(odd);
    var appointment =
        new Appointment(
            "k", 1, Appointment.Kind.INVITED, "评议会", null, null, NOW, NOW.plusSeconds(60), null);

    var text = ICalendars.invitation(appointment, odd, odd, "张三", NOW).replace("\r\n ", "");

    assertThat(text).containsPattern("ATTENDEE[^\\n]*:mailto:a%[0-9A-F]{2}b");
  }

  private List<String> parts(Appointment appointment) throws Exception {
    var plain = row("张三", "zhangsan@example.org", "会议通知", "正文");
    var row =
        new OutboxRow(
            plain.id(),
            plain.key(),
            plain.channel(),
            plain.campaignId(),
            plain.personId(),
            plain.personName(),
            plain.address(),
            plain.subject(),
            plain.body(),
            false,
            null,
            null,
            null,
            OutboxFixture.JSON.writeValueAsString(appointment),
            plain.state(),
            0,
            NOW,
            NOW);
    var mixed = (MimeMultipart) read(row).getContent();
    var versions = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
    var text = new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), UTF_8);
    // Long lines are folded.
    return List.of(
        versions.getBodyPart(0).getContentType(),
        versions.getBodyPart(1).getContentType(),
        versions.getBodyPart(2).getContentType(),
        text.replace("\r\n ", ""));
  }

  private MimeMessage read(OutboxRow row) throws Exception {
    var out = new ByteArrayOutputStream();
    mails.mail(row, NOW).writeTo(out);
    return new MimeMessage(null, new ByteArrayInputStream(out.toByteArray()));
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
        7,
        "digest/1",
        Channel.MAIL,
        "test-2017",
        "zhangsan",
        name,
        address,
        subject,
        body,
        false,
        null,
        null,
        null,
        null,
        OutboxRow.State.QUEUED,
        0,
        NOW,
        NOW);
  }
}
