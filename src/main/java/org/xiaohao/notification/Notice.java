package org.xiaohao.notification;

import org.jspecify.annotations.Nullable;
import org.xiaohao.roster.Person;

/**
 * Something to be said to one person.
 *
 * @param key what it says to whom, at most 400 characters: the same key is said once, however often
 *     it is posted ({@code digest/changzhi-2017/2017-03-27/zhangsan})
 * @param to who is told
 * @param subject one line: what, and until when; line breaks and other control characters are taken
 *     out, what is too long is cut
 * @param body plain text of any length; with a letter it is made out of that
 * @param urgency whether it can wait for the next digest
 * @param red whether it is about something overdue: people may choose to hear of nothing else
 * @param itemKey business key of what it is about; null where it is about several things or none
 * @param link page that it leads to; null for none
 * @param letter how it is laid out; null for paragraphs of the body
 * @param appointment what a calendar should note; null for nothing
 * @param series name of notices of which only the newest matters; null for those that all do
 */
public record Notice(
    String key,
    String campaignId,
    Person to,
    String subject,
    String body,
    Urgency urgency,
    boolean red,
    @Nullable String itemKey,
    @Nullable String link,
    @Nullable Letter letter,
    @Nullable Appointment appointment,
    @Nullable String series) {

  /** Whether somebody has to know it before the next morning. */
  public enum Urgency {
    /** Returned for revision, a slip, an urging, an invitation, a decision: leaves at once. */
    AT_ONCE,
    /** A line of the next digest; at once for those who chose so. */
    DIGEST
  }

  /** Says it at once, in plain paragraphs. */
  public Notice(String key, String campaignId, Person to, String subject, String body) {
    this(key, campaignId, to, subject, body, Urgency.AT_ONCE, false, null, null, null, null, null);
  }

  /** Says it at once. */
  public static Notice atOnce(
      String key, String campaignId, Person to, String subject, String body) {
    return new Notice(key, campaignId, to, subject, body);
  }

  /** Says it at once, laid out as a letter. */
  public static Notice atOnce(
      String key, String campaignId, Person to, String subject, Letter letter) {
    return new Notice(key, campaignId, to, subject, "").with(letter);
  }

  /** Says it with the next digest, where the subject becomes a line. */
  public static Notice forDigest(
      String key, String campaignId, Person to, String subject, String body) {
    return new Notice(
        key, campaignId, to, subject, body, Urgency.DIGEST, false, null, null, null, null, null);
  }

  /** The same about an item, by its business key. */
  public Notice about(String item) {
    return new Notice(
        key, campaignId, to, subject, body, urgency, red, item, link, letter, appointment, series);
  }

  /** The same, leading to a page. */
  public Notice leadingTo(@Nullable String page) {
    return new Notice(
        key,
        campaignId,
        to,
        subject,
        body,
        urgency,
        red,
        itemKey,
        page,
        letter,
        appointment,
        series);
  }

  /** The same as something red, or not. */
  public Notice inRed(boolean red) {
    return new Notice(
        key,
        campaignId,
        to,
        subject,
        body,
        urgency,
        red,
        itemKey,
        link,
        letter,
        appointment,
        series);
  }

  /** The same, laid out. */
  public Notice with(Letter letter) {
    return new Notice(
        key,
        campaignId,
        to,
        subject,
        body,
        urgency,
        red,
        itemKey,
        link,
        letter,
        appointment,
        series);
  }

  /** The same with an entry for the calendar. */
  public Notice with(Appointment appointment) {
    return new Notice(
        key,
        campaignId,
        to,
        subject,
        body,
        urgency,
        red,
        itemKey,
        link,
        letter,
        appointment,
        series);
  }

  /** The same as the newest of a series, see {@link Notices#supersede}. */
  public Notice of(String series) {
    return new Notice(
        key,
        campaignId,
        to,
        subject,
        body,
        urgency,
        red,
        itemKey,
        link,
        letter,
        appointment,
        series);
  }

  /** The same with the text of its letter. */
  Notice saying(String text) {
    return new Notice(
        key,
        campaignId,
        to,
        subject,
        text,
        urgency,
        red,
        itemKey,
        link,
        letter,
        appointment,
        series);
  }
}
