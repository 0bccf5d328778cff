package org.xiaohao.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * Tries at the start what nobody may be able to do: an expression inside a query. If the engine
 * evaluates it, the application does not start.
 */
@Component
class QueryGuard extends AbstractProcessEnginePlugin {

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var query = engine.getTaskService().createTaskQuery();
    try {
      query.or().taskAssigneeExpression("${'nobody'}").endOr().count();
    } catch (BadUserRequestException refused) {
      return;
    }
    throw new IllegalStateException(
        "the engine evaluates expressions inside queries: the class path hides our QueryValidators,"
            + " or enable-expressions-in-adhoc-queries is on");
  }
}
