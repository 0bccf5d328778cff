package org.xiaohao.notification;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Notice.Content;
import org.xiaohao.notification.OutboxRow.State;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.shared.Messages;

/** What is said to a webhook: the same thing once, to however many people it is said. */
@Component
class WebhookDrafts {

  private final Letters letters;
  private final Campaigns campaigns;

  WebhookDrafts(Letters letters, Campaigns campaigns) {
    this.letters = letters;
    this.campaigns = campaigns;
  }

  List<OutboxDraft> of(List<Notice> posted) {
    return posted.stream().collect(Collectors.groupingBy(Notice::campaignId)).entrySet().stream()
        .flatMap(entry -> of(campaigns.get(entry.getKey()).plan(), entry.getValue()))
        .toList();
  }

  private Stream<OutboxDraft> of(Plan plan, List<Notice> posted) {
    return plan.mail().webhooks().stream()
        .flatMap(
            webhook ->
                merged(plan, posted.stream().filter(notice -> isFor(webhook, notice)).toList())
                    .map(
                        notice ->
                            new OutboxDraft(
                                notice, Channel.WEBHOOK, webhook.id(), state(webhook, notice))));
  }

  /** A program is told of each thing when it happens; of what chats are told, see {@link Chats}. */
  private static State state(Plan.Webhook webhook, Notice notice) {
    return webhook.format() == Plan.WebhookFormat.GENERIC || notice.series() != null
        ? State.QUEUED
        : State.HELD;
  }

  private static boolean isFor(Plan.Webhook webhook, Notice notice) {
    return switch (webhook.tells()) {
      case DAILY -> OutboxSeries.OFFICE_DAY.equals(notice.series());
      case RED -> notice.red() && notice.series() == null;
      case ALL -> notice.series() == null || OutboxSeries.OFFICE_DAY.equals(notice.series());
    };
  }

  private Stream<Notice> merged(Plan plan, List<Notice> notices) {
    var same = new LinkedHashMap<String, Notice>();
    var people = new LinkedHashMap<String, List<Person>>();
    for (var notice : notices) {
      var impersonal = impersonal(notice);
      same.putIfAbsent(impersonal.key(), impersonal);
      people.merge(
          impersonal.key(),
          List.of(notice.to()),
          (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
    }
    return same.values().stream().map(notice -> notice.to(all(plan, people.get(notice.key()))));
  }

  /** Without a greeting; the key says what is said, and not to whom. */
  private Notice impersonal(Notice notice) {
    var letter = notice.letter() == null ? null : notice.letter().toAll();
    var text = letter == null ? notice.body() : letters.text(notice.campaignId(), letter);
    var said = (notice.subject() + '\n' + text).getBytes(StandardCharsets.UTF_8);
    var key = withoutPerson(notice) + '#' + UUID.nameUUIDFromBytes(said).toString().substring(0, 8);
    var content = new Content(notice.subject(), text, letter, null);
    return new Notice(key, notice.campaignId(), notice.to(), content, notice.occasion());
  }

  private static String withoutPerson(Notice notice) {
    var person = "/" + notice.to().id();
    var at = notice.key().lastIndexOf(person);
    return at < 0
        ? notice.key()
        : notice.key().substring(0, at) + notice.key().substring(at + person.length());
  }

  /** One of them by name; several are nobody in particular. */
  private static Person all(Plan plan, List<Person> people) {
    var first = people.get(0);
    if (people.size() == 1) {
      return first;
    }
    var name =
        Messages.text(
            plan.language(), "notification.several", first.name(), String.valueOf(people.size()));
    return new Person("", name, null, null, "", Rank.STAFF, null);
  }
}
