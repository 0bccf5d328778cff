package org.xiaohao.simulation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The engine's own execution of jobs, which must rest while somebody else moves the clock. */
@Component
class JobExecution {

  private static final Duration GLANCE = Duration.ofMillis(20);

  private final ObjectProvider<JobExecutor> executor;
  private final ObjectProvider<ThreadPoolTaskExecutor> threads;

  JobExecution(
      ObjectProvider<JobExecutor> executor,
      @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> threads) {
    this.executor = executor;
    this.threads = threads;
  }

  /** Acts while no job is executed in the background. */
  void paused(Runnable act) {
    var running = executor.getIfAvailable();
    if (running == null || !running.isActive()) {
      act.run();
      return;
    }
    running.shutdown();
    try {
      threads.ifAvailable(JobExecution::awaitIdle);
      act.run();
    } finally {
      running.start();
    }
  }

  /** What was acquired already is executed to its end. */
  private static void awaitIdle(ThreadPoolTaskExecutor pool) {
    while (pool.getActiveCount() > 0 || pool.getQueueSize() > 0) {
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }
}
