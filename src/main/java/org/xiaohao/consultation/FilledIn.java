package org.xiaohao.consultation;

import java.util.List;

/**
 * What a respondent filled in.
 *
 * @param affiliation where the respondent comes from, in words; never a person's name
 * @param answers one for each question of the plan, in its order; empty where nothing is answered
 */
public record FilledIn(String affiliation, List<String> answers) {

  public FilledIn {
    affiliation = affiliation.strip();
    answers = answers.stream().map(String::strip).toList();
  }

  /** Whether no question is answered. */
  public boolean isBlank() {
    return answers.stream().allMatch(String::isEmpty);
  }
}
