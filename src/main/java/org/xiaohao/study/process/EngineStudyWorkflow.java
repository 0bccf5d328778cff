package org.xiaohao.study.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xiaohao.engine.Instances;
import org.xiaohao.study.StudyMaterial;
import org.xiaohao.study.StudySession;
import org.xiaohao.study.StudyWorkflow;
import org.xiaohao.study.process.StudySessionProcess.Elements;
import org.xiaohao.study.process.StudySessionProcess.Fields;
import org.xiaohao.study.process.StudySessionProcess.Messages;

@Component
class EngineStudyWorkflow implements StudyWorkflow {

  private final Instances instances;
  private final SessionForms forms;
  private final StudyBriefs briefs;

  EngineStudyWorkflow(Instances instances, SessionForms forms, StudyBriefs briefs) {
    this.instances = instances;
    this.forms = forms;
    this.briefs = briefs;
  }

  @Override
  public void opened(StudySession session) {
    instances.start(StudySessionProcess.KEY, session.key(), session.title());
  }

  @Override
  public void renamed(StudySession session) {
    instances.rename(session.key(), session.title());
  }

  /** The open task is asked anew: its name, limits and form all speak of the day. */
  @Override
  public void moved(StudySession session) {
    instances.rename(session.key(), session.title());
    instances.restart(session.key(), Elements.PREPARE);
    instances.moveTimer(session.key(), Elements.SESSION_ENDS, session.time().ends());
  }

  @Override
  public void reopened(StudySession session) {
    instances.goBack(session.key(), Elements.SESSION_ENDS, Elements.PREPARE);
  }

  @Override
  public void postponed(StudySession session) {
    instances.tell(Messages.POSTPONED, session.key(), Map.of(Instances.TITLE, session.title()));
  }

  @Override
  public void settled(StudySession session) {
    instances.tell(Messages.SETTLED, session.key(), Map.of());
  }

  @Override
  public void supplied(StudySession session) {
    var material = Map.of(Fields.MATERIAL, forms.material(session));
    instances.show(session.key(), Elements.PREPARE, material);
    instances.show(session.key(), Elements.RECORD, material);
  }

  @Override
  public void unitChanged(StudySession session) {
    var people = forms.people(session);
    instances.show(
        session.key(),
        Elements.PREPARE,
        Map.of(
            Fields.PEOPLE,
            people,
            Fields.HOSTS,
            forms.hosts(session),
            Fields.HAS_LEADER,
            forms.hasLeader(session),
            Instances.BRIEF,
            briefs.prepare(session)));
    instances.show(
        session.key(),
        Elements.RECORD,
        Map.of(Fields.PEOPLE, people, Fields.RECORD, forms.record(session)));
    instances.show(
        session.key(),
        Elements.MAKE_UP,
        Map.of(Fields.PEOPLE, people, Fields.MAKE_UP, forms.makeUp(session)));
  }

  @Override
  public void opened(StudyMaterial material) {
    instances.start(StudyMaterialProcess.KEY, material.key(), material.title());
  }

  @Override
  public void moved(StudyMaterial material) {
    instances.rename(material.key(), material.title());
    instances.restart(material.key(), StudyMaterialProcess.Elements.SUPPLY);
  }

  @Override
  public void settled(StudyMaterial material) {
    instances.tell(StudyMaterialProcess.Messages.SETTLED, material.key(), Map.of());
  }
}
