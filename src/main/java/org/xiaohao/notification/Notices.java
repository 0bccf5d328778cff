package org.xiaohao.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xiaohao.notification.OutboxRow.State;

/** Says things to people: writes them into the outbox, in the transaction of what causes them. */
@Service
@Transactional
public class Notices {

  private final OutboxRows rows;
  private final OutboxItems items;
  private final OutboxSeries series;
  private final Letters letters;
  private final Choices choices;
  private final Relays relays;
  private final WebhookDrafts webhooks;
  private final GivenUp givenUp;
  private final Clock clock;

  Notices(
      OutboxRows rows,
      OutboxItems items,
      OutboxSeries series,
      Letters letters,
      Choices choices,
      Relays relays,
      WebhookDrafts webhooks,
      GivenUp givenUp,
      Clock clock) {
    this.rows = rows;
    this.items = items;
    this.series = series;
    this.letters = letters;
    this.choices = choices;
    this.relays = relays;
    this.webhooks = webhooks;
    this.givenUp = givenUp;
    this.clock = clock;
  }

  /**
   * Says something once.
   *
   * @return whether it is new; false where it was said before
   */
  public boolean post(Notice notice) {
    return postAll(List.of(notice)) > 0;
  }

  /**
   * Says many things, each of them once, over every channel that is meant for them. What is meant
   * for somebody without a usable address goes to the liaison of the unit, else to the director of
   * the office, who are asked to pass it on.
   *
   * @return how many of them are new
   */
  public int postAll(List<Notice> notices) {
    return postNew(notices).size();
  }

  /**
   * Like {@link #postAll}.
   *
   * @return keys of those that are new
   */
  public Set<String> postNew(List<Notice> notices) {
    var now = clock.instant();
    var mails = write(mails(notices.stream().map(this::written).toList()), now);
    var posted = mails.stream().map(OutboxDraft::notice).toList();
    write(posted.stream().flatMap(Notices::bell), now);
    write(webhooks.of(posted).stream(), now);
    write(
        mails.stream()
            .filter(mail -> mail.state() == State.UNADDRESSED)
            .flatMap(mail -> relays.passOn(mail.notice()).stream())
            .map(notice -> mail(notice, Choice.DIGEST)),
        now);
    copyToDeputies(mails, now);
    return posted.stream().map(Notice::key).collect(Collectors.toSet());
  }

  /**
   * Takes back what an older notice of a series has not said yet, because a newer one is about to
   * say all of it. What had become a line of it waits for the newer one.
   *
   * @param before older than that
   * @return when the oldest of them was written; empty where nothing was left
   */
  public Optional<Instant> supersede(String campaignId, String name, Instant before) {
    var causes = series.causes(campaignId, name, before);
    var oldest = series.supersede(campaignId, name, before);
    givenUp.settle(campaignId, causes);
    return oldest;
  }

  /** Those of the items of which something is still to be said that nobody may need to hear. */
  public Set<String> unsaid(Collection<String> itemKeys) {
    return items.unsaid(itemKeys);
  }

  /**
   * Takes back what was said {@link Notice#whileOpen} and has not left: all that it is about is
   * done, or has another limit.
   *
   * @param limits limits by item, as they are now; null where it is done
   */
  public void overtaken(String campaignId, Map<String, @Nullable Instant> limits) {
    givenUp.settle(campaignId, items.overtaken(limits));
  }

  /** What waits for the next digest, by person. */
  public Map<String, List<Held>> held(String campaignId) {
    return series.held(campaignId).stream().collect(Collectors.groupingBy(Held::personId));
  }

  /** Those became lines of a digest that is posted. */
  public void merge(List<Held> said, String digestKey) {
    series.merge(said, digestKey);
  }

  private Notice written(Notice notice) {
    var letter = notice.letter();
    return letter == null ? notice : notice.saying(letters.text(notice.campaignId(), letter));
  }

  private Stream<OutboxDraft> mails(List<Notice> notices) {
    var wishes = choices.of(notices.stream().map(notice -> notice.to().id()).toList());
    return notices.stream()
        .map(notice -> mail(notice, wishes.getOrDefault(notice.to().id(), Choice.DIGEST)));
  }

  private static OutboxDraft mail(Notice notice, Choice wish) {
    var address = MailText.address(notice.to().mail()).orElse(null);
    var state = State.QUEUED;
    if (address == null) {
      state = State.UNADDRESSED;
    } else if (wish == Choice.RED_ONLY && !notice.red()) {
      state = State.DECLINED;
    } else if (notice.urgency() == Notice.Urgency.DIGEST && wish != Choice.AT_ONCE) {
      state = State.HELD;
    }
    return new OutboxDraft(notice, Channel.MAIL, address, state);
  }

  /** What waits for a digest is said to the deputy with the copy of that digest. */
  private void copyToDeputies(List<OutboxDraft> mails, Instant now) {
    var held =
        mails.stream()
            .filter(mail -> mail.state() == State.HELD)
            .map(mail -> mail.notice().key())
            .collect(Collectors.toSet());
    var copies = relays.forDeputies(mails.stream().map(OutboxDraft::notice).toList());
    var mailed =
        copies.stream()
            .filter(copy -> !held.contains(copy.original().key()))
            .map(Relays.Copy::copy)
            .toList();
    var rung = copies.stream().map(Relays.Copy::copy).flatMap(Notices::bell);
    write(Stream.concat(mails(mailed), rung), now);
  }

  private static Stream<OutboxDraft> bell(Notice notice) {
    return Guests.isGuest(notice.to())
        ? Stream.empty()
        : Stream.of(new OutboxDraft(notice, Channel.BROWSER, null, State.SENT));
  }

  private List<OutboxDraft> write(Stream<OutboxDraft> drafts, Instant now) {
    var written = rows.insert(drafts.toList(), now);
    items.note(written);
    return written;
  }
}
