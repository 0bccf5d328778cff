package org.xiaohao.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What expressions in models can reach: the hands and eyes that the rooms made for them, and the
 * values of the instance. By default it would be every bean there is, and from any of them by
 * reflection everything else.
 */
@Component
class ExpressionGuard extends AbstractProcessEnginePlugin {

  private final ApplicationContext context;

  ExpressionGuard(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(
        new SpringExpressionManager(context, new ProcessBeans(context)) {
          @Override
          protected ELResolver createElResolver() {
            var guarded = new CompositeELResolver();
            guarded.add(new NoReflection());
            guarded.add(super.createElResolver());
            return guarded;
          }
        });
  }
}
