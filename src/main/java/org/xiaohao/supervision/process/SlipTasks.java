package org.xiaohao.supervision.process;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.xiaohao.supervision.Slip;
import org.xiaohao.supervision.SlipNotices;
import org.xiaohao.supervision.Slips;

/** What the model {@code supervision-slip} asks by expression; reads only. */
@Component
public class SlipTasks {

  private final Slips slips;
  private final SlipNotices wording;

  SlipTasks(Slips slips, SlipNotices wording) {
    this.slips = slips;
    this.wording = wording;
  }

  /** Who has to answer. */
  public String receiver(DelegateExecution execution) {
    return slip(execution).personId();
  }

  /** By when. */
  public Date due(DelegateExecution execution) {
    return Date.from(Objects.requireNonNull(slip(execution).dueAt()));
  }

  /** What the form shows. */
  public String brief(DelegateExecution execution) {
    return wording.brief(slip(execution));
  }

  /** The fields of the answer, empty. */
  public Object answer(DelegateExecution execution) {
    return SpinValues.jsonValue("{}").create();
  }

  private Slip slip(DelegateExecution execution) {
    return slips.get(execution.getProcessBusinessKey());
  }
}
