package org.xiaohao.webapps.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xiaohao.consultation.ConsultationForms;
import org.xiaohao.consultation.ConsultationService;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.meeting.MeetingService;
import org.xiaohao.meeting.Meetings;
import org.xiaohao.meeting.Opinion;
import org.xiaohao.rectification.Problem;
import org.xiaohao.rectification.ProblemList;
import org.xiaohao.shared.Refusal;

/**
 * Opinions that were voiced in a meeting or written on a form (R49, R50, R59): one by one, each
 * with the problem that it became, or to be put on the problem list later.
 */
@Component
class Remarks {

  private final Meetings meetings;
  private final MeetingService meetingService;
  private final ConsultationForms forms;
  private final ConsultationService consultations;
  private final ProblemList problems;
  private final ItemAccess access;
  private final Login login;

  Remarks(
      Meetings meetings,
      MeetingService meetingService,
      ConsultationForms forms,
      ConsultationService consultations,
      ProblemList problems,
      ItemAccess access,
      Login login) {
    this.meetings = meetings;
    this.meetingService = meetingService;
    this.forms = forms;
    this.consultations = consultations;
    this.problems = problems;
    this.access = access;
    this.login = login;
  }

  /**
   * An opinion.
   *
   * @param number from 1 within its item
   * @param who who voiced it, in words; empty for forms, which are anonymous (A19)
   * @param problem key of the problem that it became; null while it is none
   * @param listable whether the reader can put it on the problem list now
   */
  record Remark(int number, String who, String text, @Nullable String problem, boolean listable) {}

  /** The opinions of an item, for those who work with them; empty for all others. */
  List<Remark> of(LedgerItem item) {
    if (!mayRead(item)) {
      return List.of();
    }
    return switch (Thing.of(item)) {
      case MEETING ->
          meetings.opinions(item.key()).stream()
              .map(
                  one ->
                      remark(
                          one.number(),
                          one.raisedBy(),
                          one.text(),
                          one.key(),
                          login.isOffice(item.campaignId())))
              .toList();
      case CONSULTATION ->
          forms.of(item.key()).stream()
              .filter(form -> !form.content().isBlank())
              .map(
                  form ->
                      remark(
                          form.number(),
                          "",
                          form.content().answers().stream()
                              .filter(answer -> !answer.isBlank())
                              .collect(Collectors.joining("\n")),
                          item.key() + "#" + form.number(),
                          access.owns(item)))
              .toList();
      default -> List.of();
    };
  }

  private boolean mayRead(LedgerItem item) {
    return login.isOffice(item.campaignId()) || access.owns(item);
  }

  private Remark remark(int number, String who, String text, String source, boolean mayList) {
    var problem = problems.ofSource(source).map(Problem::key).orElse(null);
    return new Remark(number, who, text, problem, mayList && problem == null);
  }

  /**
   * Puts an opinion on the problem list. One that is there already is left alone.
   *
   * @throws Refusal if there is no such opinion, or it is not for that person to say
   */
  void list(LedgerItem item, int number, String by) {
    switch (Thing.of(item)) {
      case MEETING ->
          meetingService.listAsProblem(
              meetings.opinions(item.key()).stream()
                  .filter(one -> one.number() == number)
                  .map(Opinion::key)
                  .findFirst()
                  .orElseThrow(() -> new Refusal("webapps.remark-unknown")),
              by);
      case CONSULTATION -> consultations.listAsProblem(item.key(), number, by);
      default -> throw new Refusal("webapps.remark-unknown");
    }
  }
}
