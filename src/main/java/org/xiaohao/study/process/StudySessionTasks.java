package org.xiaohao.study.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xiaohao.roster.Groups;
import org.xiaohao.study.StudySession;
import org.xiaohao.study.StudySessions;

/** What the model {@code study-session} asks by expression; reads only. */
@Component
public class StudySessionTasks {

  private final StudySessions sessions;
  private final StudyBriefs briefs;
  private final SessionForms forms;

  StudySessionTasks(StudySessions sessions, StudyBriefs briefs, SessionForms forms) {
    this.sessions = sessions;
    this.briefs = briefs;
    this.forms = forms;
  }

  /** Groups whose members act for the unit: its liaison and its head. */
  public List<String> organisers(DelegateExecution execution) {
    var session = session(execution);
    return List.of(
        Groups.liaison(session.campaignId(), session.unitId()),
        Groups.head(session.campaignId(), session.unitId()));
  }

  /** Until when it has to be prepared. */
  public Date prepareDue(DelegateExecution execution) {
    return Date.from(session(execution).time().prepareBy());
  }

  /** When it begins. */
  public Date begins(DelegateExecution execution) {
    return Date.from(session(execution).time().begins());
  }

  /** When it ends. */
  public Date ends(DelegateExecution execution) {
    return Date.from(session(execution).time().ends());
  }

  /** Until when it has to be recorded, then until when it has to be made up for. */
  public Date due(DelegateExecution execution) {
    return Date.from(session(execution).dueAt());
  }

  /** What the form of the preparation shows. */
  public String prepareBrief(DelegateExecution execution) {
    return briefs.prepare(session(execution));
  }

  /** What the form of the record shows. */
  public String recordBrief(DelegateExecution execution) {
    return briefs.record(session(execution));
  }

  /** What the form of the make-up study shows. */
  public String makeUpBrief(DelegateExecution execution) {
    return briefs.makeUp(session(execution));
  }

  /** Whether there is a leader in charge who can be invited (R37). */
  public boolean hasLeader(DelegateExecution execution) {
    return forms.hasLeader(session(execution));
  }

  /** How many speakers the plan asks for at least. */
  public int speakers(DelegateExecution execution) {
    return forms.series(session(execution)).speakers();
  }

  /** The unit's people. */
  public Object people(DelegateExecution execution) {
    return forms.people(session(execution));
  }

  /** Who may chair it. */
  public Object hosts(DelegateExecution execution) {
    return forms.hosts(session(execution));
  }

  /** Ways of study. */
  public Object kinds(DelegateExecution execution) {
    return forms.kinds(session(execution));
  }

  /** The office's material. */
  public Object material(DelegateExecution execution) {
    return forms.material(session(execution));
  }

  /** What the form of the preparation is filled with. */
  public Object preparation(DelegateExecution execution) {
    return forms.preparation(session(execution));
  }

  /** What the form of the record is filled with. */
  public Object record(DelegateExecution execution) {
    return forms.record(session(execution));
  }

  /** What the form of the make-up study is filled with. */
  public Object makeUp(DelegateExecution execution) {
    return forms.makeUp(session(execution));
  }

  private StudySession session(DelegateExecution execution) {
    return sessions.get(execution.getProcessBusinessKey());
  }
}
