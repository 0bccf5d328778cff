package org.xiaohao.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityRulesTest {

  private static final Insiders ARTS = new Insiders("艺术科", "长治市文化局", List.of("张三", "欧阳小红"));

  @Test
  void a_form_from_outside_that_says_something_new_counts() {
    var verdict = judge(new FilledIn("沁县文化馆", List.of("希望多下基层演出", "")), OptionalInt.empty());

    assertThat(verdict.validity()).isEqualTo(Validity.VALID);
    assertThat(verdict.reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u3000"})
  void a_form_without_any_answer_is_blank(String answer) {
    var verdict = judge(new FilledIn("沁县文化馆", List.of(answer, "")), OptionalInt.empty());

    assertThat(verdict.validity()).isEqualTo(Validity.BLANK);
    assertThat(verdict.reason()).isEqualTo("一个问题也没有回答");
  }

  @ParameterizedTest
  @ValueSource(strings = {"无", "无。", " 没有!", "没有意见", "暂无建议。", "很好", "……", "None.", "哈哈哈哈哈", "----"})
  void a_form_whose_answers_say_nothing_does_not_count(String answer) {
    var verdict = judge(new FilledIn("沁县文化馆", List.of(answer, "无")), OptionalInt.empty());

    assertThat(verdict.validity()).isEqualTo(Validity.NO_CONTENT);
  }

  @Test
  void one_answer_that_says_something_is_enough() {
    assertThat(ValidityRules.hasContent(List.of("无", "增加夜场", "很好"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"艺术科", "文化局艺术科", "市文化局 艺术科", "长治市文化局艺术科", "张三", "艺术科 张三", "文化局艺术科欧阳小红", "本科室"})
  void the_unit_itself_and_its_people_are_inside(String affiliation) {
    var verdict = judge(new FilledIn(affiliation, List.of("希望多下基层演出")), OptionalInt.empty());

    assertThat(verdict.validity()).isEqualTo(Validity.FROM_INSIDE);
    assertThat(verdict.reason()).contains(affiliation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"沁县文化局艺术科", "艺术科服务的剧团", "图书馆", "长治市文化局", "艺术科王五", "退休教师"})
  void everybody_else_is_outside(String affiliation) {
    assertThat(ARTS.include(affiliation)).isFalse();
  }

  @Test
  void a_form_that_says_the_same_as_an_earlier_one_is_a_duplicate_of_it() {
    var verdict = judge(new FilledIn("沁县文化馆", List.of("希望多下基层演出")), OptionalInt.of(7));

    assertThat(verdict.validity()).isEqualTo(Validity.DUPLICATE);
    assertThat(verdict.reason()).isEqualTo("与第 7 份内容相同");
  }

  @Test
  void blanks_width_case_and_punctuation_make_no_other_content() {
    assertThat(Wording.fingerprint(List.of("希望 多下基层,演出ABC!", "")))
        .isEqualTo(Wording.fingerprint(List.of("希望多下基层演出abc。", " ")))
        .isNotEqualTo(Wording.fingerprint(List.of("", "希望多下基层演出abc")))
        .isNotEqualTo(Wording.fingerprint(List.of("希望多下基层演出abd", "")));
  }

  private static ValidityRules.Verdict judge(FilledIn form, OptionalInt sameAs) {
    return ValidityRules.judge(form, ARTS, sameAs, Locale.SIMPLIFIED_CHINESE);
  }
}
