package org.xiaohao.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.campaign.Plan;
import org.xiaohao.notification.Notice.Content;
import org.xiaohao.notification.Notice.Occasion;
import org.xiaohao.notification.Notice.Urgency;
import org.xiaohao.notification.OutboxRow.State;
import org.xiaohao.roster.Person;
import org.xiaohao.roster.Rank;
import org.xiaohao.shared.Messages;

/**
 * What group chats are told. A robot takes twenty messages a minute, and people want fewer: one
 * message is under way to a chat at a time, and what comes up meanwhile becomes the next one. What
 * can wait for the digests of the next morning waits here as well (ADR 165).
 */
@Service
@Transactional
public class Chats {

  /** So many notices are said as they are; of more, one message lists what they are about. */
  private static final int SINGLY = 3;

  /** Bytes of the lists, so that what robots take holds them with all around. */
  private static final int ROOM_FOR_RED = 1100;

  private static final int ROOM_FOR_NEWS = 400;

  private final ChatRows chats;
  private final OutboxRows rows;
  private final Campaigns campaigns;
  private final Links links;
  private final Clock clock;

  Chats(ChatRows chats, OutboxRows rows, Campaigns campaigns, Links links, Clock clock) {
    this.chats = chats;
    this.rows = rows;
    this.campaigns = campaigns;
    this.links = links;
    this.clock = clock;
  }

  /** The morning has come for what waited for it: it leaves with the next messages. */
  public void morning(String campaignId) {
    chats.release(campaignId, clock.instant());
  }

  /** Makes a message of what waits for each chat to which none is under way. */
  void gather() {
    var now = clock.instant();
    for (var chat : chats.waiting(now)) {
      var held = chats.lock(chat, now);
      if (held.size() <= SINGLY) {
        chats.queue(held, now);
      } else {
        var message = message(chat, held);
        rows.insert(List.of(message), now);
        chats.merge(held, message.key());
      }
    }
  }

  /** Not said any more once all of it is done. */
  private OutboxDraft message(ChatRows.Chat chat, List<Held> held) {
    var plan = campaigns.get(chat.campaignId()).plan();
    var red = held.stream().filter(Held::red).toList();
    var news = held.stream().filter(one -> !one.red()).toList();
    var key = "chat/%s/%d".formatted(plan.id(), held.get(0).id());
    var all = new Person("", text(plan, "all"), null, null, "", Rank.STAFF, null);
    var content = new Content(subject(plan, red, news), body(plan, red, news), null, null);
    var notice = new Notice(key, plan.id(), all, content, Occasion.of(Urgency.AT_ONCE));
    return new OutboxDraft(
        notice.inRed(!red.isEmpty()).leadingTo(links.tasklist()).whileOpen(),
        Channel.WEBHOOK,
        chat.webhook(),
        State.QUEUED);
  }

  private static String subject(Plan plan, List<Held> red, List<Held> news) {
    var parts =
        Stream.of(counted(plan, "subject-red", red), counted(plan, "subject-news", news))
            .filter(part -> !part.isEmpty())
            .toList();
    return String.join(text(plan, "comma"), parts);
  }

  private static String counted(Plan plan, String code, List<Held> things) {
    return things.isEmpty() ? "" : text(plan, code, String.valueOf(things.size()));
  }

  private static String body(Plan plan, List<Held> red, List<Held> news) {
    return Stream.of(
            Stream.of(plan.title()),
            section(plan, "red", red, ROOM_FOR_RED),
            section(plan, "news", news, ROOM_FOR_NEWS))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** As many lines as fit, and how many are left. */
  private static Stream<String> section(Plan plan, String code, List<Held> things, int room) {
    if (things.isEmpty()) {
      return Stream.empty();
    }
    var head = new Letterhead(plan);
    var lines = new ArrayList<String>();
    lines.add(text(plan, code, String.valueOf(things.size())));
    var left = room;
    for (var thing : things) {
      var note = thing.line().note();
      var title = head.brief(thing.line().text());
      var line = "· " + (note == null ? title : text(plan, "line", title, note));
      left -= line.getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      lines.add(line);
    }
    var rest = things.size() - lines.size() + 1;
    if (rest > 0) {
      lines.add(head.more(rest));
    }
    return lines.stream();
  }

  private static String text(Plan plan, String code, Object... arguments) {
    return Messages.text(plan.language(), "notification.chat." + code, arguments);
  }
}
