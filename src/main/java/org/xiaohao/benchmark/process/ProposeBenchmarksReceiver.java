package org.xiaohao.benchmark.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xiaohao.benchmark.SelectionService;
import org.xiaohao.engine.TaskForms;

/** The unit proposes benchmarks and its standard. */
@Component
class ProposeBenchmarksReceiver implements TaskListener {

  private final TaskForms forms;
  private final SelectionService service;

  ProposeBenchmarksReceiver(TaskForms forms, SelectionService service) {
    this.forms = forms;
    this.service = service;
  }

  @Override
  public void notify(DelegateTask task) {
    var form = forms.of(task);
    service.propose(form.key(), SelectionForms.proposal(form.json("proposal")), form.actor());
  }
}
