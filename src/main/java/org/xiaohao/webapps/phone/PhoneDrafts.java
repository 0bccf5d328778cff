package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.engine.OpenTasks.Open;
import org.xiaohao.webapps.api.KeptDraft;
import org.xiaohao.webapps.api.Login;
import org.xiaohao.webapps.api.OfferedTasks.Offered;
import org.xiaohao.webapps.draft.DraftService;
import org.xiaohao.webapps.draft.Drafts;

/** What was typed on a phone and not handed in: the same drafts as in Tasklist. */
@Component
class PhoneDrafts {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final Drafts drafts;
  private final DraftService service;
  private final Campaigns campaigns;
  private final Login login;
  private final ObjectMapper json;
  private final Clock clock;

  PhoneDrafts(
      Drafts drafts,
      DraftService service,
      Campaigns campaigns,
      Login login,
      ObjectMapper json,
      Clock clock) {
    this.drafts = drafts;
    this.service = service;
    this.campaigns = campaigns;
    this.login = login;
    this.json = json;
    this.clock = clock;
  }

  /** The reader's draft of a task. */
  Optional<KeptDraft> find(Offered task) {
    return drafts
        .find(task.task(), login.id())
        .map(
            draft ->
                KeptDraft.of(
                    draft.savedAt(),
                    draft.content(),
                    campaigns.of(draft.itemKey()).plan().zone(),
                    clock.instant()));
  }

  /** A form, filled with what a draft keeps. */
  TaskForm restored(TaskForm form, KeptDraft draft) {
    try {
      return form.filledWith(json.readValue(draft.content(), FIELDS));
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Keeps what is typed, in place of what was kept before; a task about nothing keeps nothing. */
  void keep(Offered task, TaskForm form, MultiValueMap<String, String> sent) {
    if (task.key().isEmpty()) {
      return;
    }
    var typed = new LinkedHashMap<>(PhoneAnswers.of(form, sent).fields());
    typed.entrySet().removeIf(field -> isUntouched(field.getValue(), form.data(), field.getKey()));
    if (typed.isEmpty()) {
      service.discard(task.task(), login.id());
      return;
    }
    var open = new Open(task.task(), task.key(), task.element(), task.name(), task.due());
    service.save(open, login.id(), json.valueToTree(typed).toString());
  }

  void discard(Offered task) {
    service.discard(task.task(), login.id());
  }

  /** Empty fields of a form are sent as empty texts. */
  private static boolean isUntouched(Object typed, Map<?, ?> data, String name) {
    if (typed instanceof Map<?, ?> group) {
      var before = data.get(name) instanceof Map<?, ?> filled ? filled : Map.of();
      return group.entrySet().stream()
          .allMatch(field -> isUntouched(field.getValue(), before, String.valueOf(field.getKey())));
    }
    return Objects.toString(typed, "").equals(Objects.toString(data.get(name), ""))
        || (typed.equals(false) && data.get(name) == null);
  }
}
