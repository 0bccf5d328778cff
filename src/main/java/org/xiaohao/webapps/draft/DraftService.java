package org.xiaohao.webapps.draft;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.engine.ChangedItems;
import org.xiaohao.engine.OpenTasks;
import org.xiaohao.engine.OpenTasks.Open;
import org.xiaohao.engine.TaskWatch;
import org.xiaohao.shared.Refusal;

/**
 * Keeps drafts for as long as their task waits. Whoever completes it ends all of them; where the
 * house itself makes a task anew, as when its limit is moved, they go over to the new one.
 */
@Service
@Transactional
public class DraftService implements TaskWatch, ChangedItems {

  /** Characters of JSON: ten times the longest paper that anybody has to write. */
  static final int LONGEST = 200_000;

  private final Drafts drafts;
  private final StartDrafts starts;
  private final OpenTasks open;
  private final Clock clock;

  DraftService(Drafts drafts, StartDrafts starts, OpenTasks open, Clock clock) {
    this.drafts = drafts;
    this.starts = starts;
    this.open = open;
    this.clock = clock;
  }

  /**
   * Keeps what somebody typed, in place of what was kept before.
   *
   * @param task a task that the person sees
   * @param content fields with their values, as a JSON object
   * @throws Refusal if it is too long to be kept
   */
  public Draft save(Open task, String personId, String content) {
    requireLength(content);
    var draft =
        new Draft(task.id(), personId, task.key(), task.element(), content, clock.instant());
    drafts.put(draft);
    return draft;
  }

  /** Forgets what that person typed; nothing happens where there is nothing. */
  public void discard(String taskId, String personId) {
    drafts.remove(taskId, personId);
  }

  /**
   * Keeps what somebody typed into the form that begins a process; see {@link #save}.
   *
   * @param process key of a process that the person may begin
   */
  public StartDraft saveStart(String process, String personId, String content) {
    requireLength(content);
    var draft = new StartDraft(process, personId, content, clock.instant());
    starts.put(draft);
    return draft;
  }

  /** Forgets what that person typed to begin a process. */
  public void discardStart(String process, String personId) {
    starts.remove(process, personId);
  }

  private static void requireLength(String content) {
    if (content.length() > LONGEST) {
      throw new Refusal("webapps.draft-too-long", String.valueOf(LONGEST));
    }
  }

  @Override
  public void created(DelegateTask task) {
    // nothing was typed yet
  }

  @Override
  public void completed(DelegateTask task, String by) {
    drafts.removeAll(task.getId());
  }

  @Override
  public void changed(Set<String> keys) {
    var kept = drafts.of(keys);
    if (kept.isEmpty()) {
      return;
    }
    var waiting = open.of(kept.stream().map(Draft::itemKey).collect(Collectors.toSet()));
    kept.stream()
        .filter(draft -> waiting.stream().noneMatch(task -> task.id().equals(draft.taskId())))
        .forEach(
            draft ->
                waiting.stream()
                    .filter(task -> task.key().equals(draft.itemKey()))
                    .filter(task -> task.element().equals(draft.element()))
                    .filter(task -> drafts.find(task.id(), draft.personId()).isEmpty())
                    .findFirst()
                    .ifPresentOrElse(
                        task -> drafts.move(draft, task.id()),
                        () -> drafts.remove(draft.taskId(), draft.personId())));
  }
}
