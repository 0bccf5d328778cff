package org.xiaohao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xiaohao.notification.Letter.Line;
import org.xiaohao.notification.Letter.Tone;
import org.xiaohao.testing.TestCampaign;

class LetterheadTest {

  private final Letterhead head = new Letterhead(TestCampaign.plan());

  @Test
  void a_letter_greets_says_and_is_signed() {
    var letter =
        head.letter(OutboxFixture.person("a@example.org"), "题目", List.of("正文"))
            .offering(head.open("http://127.0.0.1/"));

    assertThat(letter.template()).isEqualTo("notice");
    assertThat(letter.language()).isEqualTo("zh");
    assertThat(letter.greeting()).isEqualTo("张三同志：");
    assertThat(letter.signature())
        .isEqualTo(
            TestCampaign.plan().organisation() + "\n" + TestCampaign.plan().title() + "领导小组办公室");
    assertThat(letter.action()).isEqualTo(new Letter.Action("打开办理", "http://127.0.0.1/"));
  }

  @Test
  void a_guest_is_greeted_as_one() {
    var letter = head.letter(Guests.of("李代表", "li@example.org"), "题目", List.of());

    assertThat(letter.greeting()).isEqualTo("李代表：");
  }

  @Test
  void moments_are_those_of_the_campaign_with_the_day_of_the_week() {
    assertThat(head.moment(Instant.parse("2017-04-06T10:00:00Z"))).isEqualTo("4月6日（周四）18:00");
    assertThat(head.time(Instant.parse("2017-04-06T10:00:00Z"))).isEqualTo("18:00");
    assertThat(head.day(LocalDate.of(2017, 4, 6))).isEqualTo("4月6日");
  }

  @Test
  void a_title_that_fits_is_left_alone_and_a_long_one_keeps_whose_it_is() {
    assertThat(head.brief("讨论材料 · 张三")).isEqualTo("讨论材料 · 张三");
    assertThat(head.brief("长".repeat(300) + " · 艺术科"))
        .hasSize(50)
        .startsWith("长长")
        .endsWith("长… · 艺术科");
    assertThat(head.brief("P0042 · " + "慢".repeat(300)))
        .as("what stands behind the point is what is long")
        .hasSize(50)
        .startsWith("P0042 · 慢慢")
        .endsWith("慢…");
    assertThat(head.brief("😀".repeat(300))).endsWith("😀…").hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void a_long_list_says_how_many_are_left_out() {
    var things = IntStream.range(0, 53).mapToObj(String::valueOf).toList();

    var section = head.section("事项", Tone.CALM, things, text -> new Line(text, null, null));

    assertThat(section).singleElement();
    assertThat(section.get(0).lines()).hasSize(50);
    assertThat(section.get(0).more()).isEqualTo("……另有3项");
    assertThat(head.section("事项", Tone.CALM, List.<Line>of(), line -> line)).isEmpty();
  }
}
