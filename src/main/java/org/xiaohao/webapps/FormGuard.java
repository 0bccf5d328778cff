package org.xiaohao.webapps;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Stands before what people complete, start and take up, whichever address of the engine's API they
 * use for it.
 */
@Component
class FormGuard extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setTaskService(new GuardedTaskService());
    configuration.setFormService(new GuardedFormService());
  }
}
