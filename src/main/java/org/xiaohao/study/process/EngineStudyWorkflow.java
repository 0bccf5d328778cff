package org.xiaohao.study.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final SessionForms forms;

  EngineStudyWorkflow(
      Instances instances, RuntimeService runtime, TaskService tasks, SessionForms forms) {
    this.instances = instances;
    this.runtime = runtime;
    this.tasks = tasks;
    this.forms = forms;
  }

  @Override
  public void opened(StudySession session) {
    instances.start(StudySessionProcess.KEY, session.key(), session.title());
  }

  /** The open task is asked anew: its name, limits and form all speak of the day. */
  @Override
  public void moved(StudySession session) {
    rename(session.key(), session.title());
    instances.restart(session.key(), Elements.PREPARE);
    instances.moveTimer(session.key(), Elements.SESSION_ENDS, session.time().ends());
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
    instances.start(StudyMaterialProcess.KEY, material.key(), material.title());
  }

  @Override
  public void moved(StudyMaterial material) {
    rename(material.key(), material.title());
    instances.restart(material.key(), StudyMaterialProcess.Elements.SUPPLY);
  }

  @Override
  public void settled(StudyMaterial material) {
    instances.tell(StudyMaterialProcess.Messages.SETTLED, material.key(), Map.of());
  }

  /** The title names the day, and so do the names of the tasks to come. */
  private void rename(String key, String title) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(key)
        .list()
        .forEach(instance -> runtime.setVariable(instance.getId(), Instances.TITLE, title));
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
