package org.xiaohao.consultation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xiaohao.shared.Messages;

/** Says whether a returned form counts (A8). The first rule that a form breaks gives the reason. */
final class ValidityRules {

  /** Fewer letters than this say nothing that could be worked on. */
  private static final int SHORTEST_OPINION = 4;

  /** Answers that are none, in the notation of {@link Wording#bare}. */
  private static final Set<String> EMPTY_PHRASES =
      Set.of(
          "没有意见",
          "没有建议",
          "没有问题",
          "暂无意见",
          "暂无建议",
          "没什么意见",
          "没有什么意见",
          "无意见建议",
          "无意见和建议",
          "none",
          "nothing",
          "nocomment",
          "nocomments",
          "noopinion");

  private ValidityRules() {}

  /**
   * @param reason in the language of the campaign; null for a form that counts
   */
  record Verdict(Validity validity, @Nullable String reason) {

    /** The same of a poll whose forms do not count for the quota, however good they are. */
    Verdict apart(Locale language) {
      return validity == Validity.VALID ? invalid(Validity.APART, language) : this;
    }
  }

  /**
   * Judges one form.
   *
   * @param sameAs number of an earlier form that says the same
   */
  static Verdict judge(FilledIn form, Insiders insiders, OptionalInt sameAs, Locale language) {
    if (form.isBlank()) {
      return invalid(Validity.BLANK, language);
    }
    if (!hasContent(form.answers())) {
      return invalid(Validity.NO_CONTENT, language);
    }
    if (insiders.include(form.affiliation())) {
      return invalid(Validity.FROM_INSIDE, language, form.affiliation());
    }
    if (sameAs.isPresent()) {
      return invalid(Validity.DUPLICATE, language, String.valueOf(sameAs.getAsInt()));
    }
    return new Verdict(Validity.VALID, null);
  }

  /** Whether at least one answer says something. */
  static boolean hasContent(List<String> answers) {
    return answers.stream().map(Wording::bare).anyMatch(ValidityRules::saysSomething);
  }

  private static boolean saysSomething(String bare) {
    return bare.codePointCount(0, bare.length()) >= SHORTEST_OPINION
        && bare.codePoints().distinct().count() > 1
        && !EMPTY_PHRASES.contains(bare);
  }

  private static Verdict invalid(Validity validity, Locale language, Object... arguments) {
    var code = "consultation.reason." + validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Verdict(validity, Messages.text(language, code, arguments));
  }
}
