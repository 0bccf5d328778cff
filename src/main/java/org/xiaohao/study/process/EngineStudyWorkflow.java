package org.xiaohao.study.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
  private final TaskService tasks;
  private final StudyBriefs briefs;
  private final SessionForms forms;

  EngineStudyWorkflow(
      Instances instances, TaskService tasks, StudyBriefs briefs, SessionForms forms) {
    this.instances = instances;
    this.tasks = tasks;
    this.briefs = briefs;
    this.forms = forms;
  }

  @Override
  public void opened(StudySession session) {
    instances.start(StudySessionProcess.KEY, session.key(), Map.of());
  }

  @Override
  public void moved(StudySession session) {
    var time = session.time();
    instances.moveLimit(
        session.key(),
        Elements.PREPARE,
        Elements.PREPARE_OVERDUE,
        time.prepareBy(),
        briefs.prepare(session));
    instances.moveTimer(session.key(), Elements.BEGUN_UNPREPARED, time.begins());
    instances.moveTimer(session.key(), Elements.SESSION_ENDS, time.ends());
  }

  @Override
  public void postponed(StudySession session) {
    instances.tell(Messages.POSTPONED, session.key(), Map.of());
  }

  @Override
  public void settled(StudySession session) {
    instances.tell(Messages.SETTLED, session.key(), Map.of());
  }

  @Override
  public void supplied(StudySession session) {
    var material = Map.of(Fields.MATERIAL, forms.material(session));
    show(session, Elements.PREPARE, material);
    show(session, Elements.RECORD, material);
  }

  @Override
  public void unitChanged(StudySession session) {
    var people = forms.people(session);
    show(
        session,
        Elements.PREPARE,
        Map.of(Fields.PEOPLE, people, Fields.HOSTS, forms.hosts(session)));
    show(
        session,
        Elements.RECORD,
        Map.of(Fields.PEOPLE, people, Fields.RECORD, forms.record(session)));
    show(
        session,
        Elements.MAKE_UP,
        Map.of(Fields.PEOPLE, people, Fields.MAKE_UP, forms.makeUp(session)));
  }

  @Override
  public void opened(StudyMaterial material) {
    instances.start(StudyMaterialProcess.KEY, material.key(), Map.of());
  }

  @Override
  public void moved(StudyMaterial material) {
    instances.moveLimit(
        material.key(),
        StudyMaterialProcess.Elements.SUPPLY,
        StudyMaterialProcess.Elements.SUPPLY_OVERDUE,
        material.limitAt(),
        briefs.supply(material));
  }

  @Override
  public void settled(StudyMaterial material) {
    instances.tell(StudyMaterialProcess.Messages.SETTLED, material.key(), Map.of());
  }

  /** A form that is open already shows what is new when it is next loaded; its claim is kept. */
  private void show(StudySession session, String userTask, Map<String, Object> fields) {
    openTasks(session.key(), userTask).forEach(task -> tasks.setVariables(task.getId(), fields));
  }

  private List<Task> openTasks(String businessKey, String userTask) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .taskDefinitionKey(userTask)
        .list();
  }
}
