package org.xiaohao.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.Person;

/**
 * Something to be said to one person.
 *
 * @param key what it says to whom, at most 400 characters: the same key is said once, however often
 *     it is posted ({@code digest/changzhi-2017/2017-03-27/zhangsan})
 * @param to who is told
 * @param content what is said
 * @param occasion what it is about, and how urgent it is
 */
public record Notice(String key, String campaignId, Person to, Content content, Occasion occasion) {

  /** Whether somebody has to know it before the next morning. */
  public enum Urgency {
    /** Returned for revision, a slip, an urging, an invitation, a decision: leaves at once. */
    AT_ONCE,
    /** A line of the next digest; at once for those who chose so. */
    DIGEST
  }

  /**
   * What is said.
   *
   * @param subject one line: what, and until when; line breaks and other control characters are
   *     taken out, what is too long is cut
   * @param body plain text of any length; with a letter it is made out of that
   * @param letter how it is laid out; null for paragraphs of the body
   * @param appointment what a calendar should note; null for nothing
   */
  record Content(
      String subject, String body, @Nullable Letter letter, @Nullable Appointment appointment) {}

  /**
   * What a notice is about.
   *
   * @param urgency whether it can wait for the next digest
   * @param red whether it is about something overdue: people may choose to hear of nothing else
   * @param itemKey business key of what it is about; null where it is about several things or none
   * @param items all the things that it is about, where the one key does not say it
   * @param whileOpen whether nobody needs to hear it once all of that is done
   * @param link page that it leads to; null for none
   * @param series name of notices of which only the newest matters; null for those that all do
   */
  record Occasion(
      Urgency urgency,
      boolean red,
      @Nullable String itemKey,
      List<About> items,
      boolean whileOpen,
      @Nullable String link,
      @Nullable String series) {

    static Occasion of(Urgency urgency) {
      return new Occasion(urgency, false, null, List.of(), false, null, null);
    }
  }

  /**
   * A thing that a notice is about.
   *
   * @param dueAt limit of which the notice speaks; null where it speaks of none
   */
  public record About(String itemKey, @Nullable Instant dueAt) {}

  /** Says it at once, in plain paragraphs. */
  public Notice(String key, String campaignId, Person to, String subject, String body) {
    this(key, campaignId, to, new Content(subject, body, null, null), Occasion.of(Urgency.AT_ONCE));
  }

  /** Says it at once. */
  public static Notice atOnce(
      String key, String campaignId, Person to, String subject, String body) {
    return new Notice(key, campaignId, to, subject, body);
  }

  /** Says it at once, laid out as a letter: its heading is the subject, its action the page. */
  public static Notice atOnce(String key, String campaignId, Person to, Letter letter) {
    return new Notice(key, campaignId, to, letter.heading(), "")
        .with(letter)
        .leadingTo(letter.action() == null ? null : letter.action().link());
  }

  /** Says it with the next digest, where the subject becomes a line. */
  public static Notice forDigest(
      String key, String campaignId, Person to, String subject, String body) {
    return new Notice(key, campaignId, to, subject, body).on(Occasion.of(Urgency.DIGEST));
  }

  /** The same about an item, by its business key. */
  public Notice about(String item) {
    return on(new Occasion(urgency(), red(), item, items(), isWhileOpen(), link(), series()));
  }

  /** The same about several things. */
  public Notice aboutAll(Collection<About> items) {
    var things = List.copyOf(items);
    return on(new Occasion(urgency(), red(), itemKey(), things, isWhileOpen(), link(), series()));
  }

  /** The same, said only as long as anything of what it is about waits, by the limit it names. */
  public Notice whileOpen() {
    return on(new Occasion(urgency(), red(), itemKey(), items(), true, link(), series()));
  }

  /** The same, leading to a page. */
  public Notice leadingTo(@Nullable String page) {
    return on(new Occasion(urgency(), red(), itemKey(), items(), isWhileOpen(), page, series()));
  }

  /** The same as something red, or not. */
  public Notice inRed(boolean red) {
    return on(new Occasion(urgency(), red, itemKey(), items(), isWhileOpen(), link(), series()));
  }

  /** The same as the newest of a series, see {@link Notices#supersede}. */
  public Notice of(String series) {
    return on(new Occasion(urgency(), red(), itemKey(), items(), isWhileOpen(), link(), series));
  }

  /** The same, waiting for the next digest. */
  public Notice inDigest() {
    return on(
        new Occasion(Urgency.DIGEST, red(), itemKey(), items(), isWhileOpen(), link(), series()));
  }

  /** The same, laid out. */
  public Notice with(Letter letter) {
    return saying(new Content(subject(), body(), letter, appointment()));
  }

  /** The same with an entry for the calendar. */
  public Notice with(Appointment appointment) {
    return saying(new Content(subject(), body(), letter(), appointment));
  }

  /** The same with the text of its letter. */
  Notice saying(String text) {
    return saying(new Content(subject(), text, letter(), appointment()));
  }

  private Notice on(Occasion other) {
    return new Notice(key, campaignId, to, content, other);
  }

  /** The same to somebody else. */
  Notice to(Person other) {
    return new Notice(key, campaignId, other, content, occasion);
  }

  private Notice saying(Content other) {
    return new Notice(key, campaignId, to, other, occasion);
  }

  /** One line. */
  public String subject() {
    return content.subject();
  }

  /** Plain text. */
  public String body() {
    return content.body();
  }

  @Nullable Letter letter() {
    return content.letter();
  }

  @Nullable Appointment appointment() {
    return content.appointment();
  }

  Urgency urgency() {
    return occasion.urgency();
  }

  boolean red() {
    return occasion.red();
  }

  @Nullable String itemKey() {
    return occasion.itemKey();
  }

  boolean isWhileOpen() {
    return occasion.whileOpen();
  }

  List<About> items() {
    return occasion.items();
  }

  @Nullable String link() {
    return occasion.link();
  }

  @Nullable String series() {
    return occasion.series();
  }
}
