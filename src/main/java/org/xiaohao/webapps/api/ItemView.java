package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xiaohao.supervision.Light;

/**
 * An item as the page shows it. Moments are local times of the plan ({@code 2017-03-03 18:00}),
 * words are ready to be read.
 *
 * @param kind what the plan calls it
 * @param asks what the plan asks, in its own words; null where it says nothing
 * @param stateCode the room's word for the state
 * @param dayOff why plan and effective date differ; null where they do not
 * @param light NONE, BLUE, YELLOW or RED
 * @param slips supervision slips about it, the newest first
 * @param urges when it was urged, the newest first
 * @param problem what only problems have; null for all other things
 * @param remarks opinions of a meeting or of returned forms; empty for all other things
 * @param texts what was written about it, as minutes or a standard; empty for papers and problems
 * @param late whether its limit has passed before it was handed in
 * @param columns titles of a table by id of the column; empty for other papers
 */
public record ItemView(
    String key,
    Thing thing,
    String title,
    String kind,
    @Nullable String asks,
    String stateCode,
    String state,
    boolean open,
    boolean late,
    Light light,
    LocalDate planDate,
    LocalDate effectiveDate,
    @Nullable String dayOff,
    String due,
    @Nullable String acted,
    @Nullable String done,
    List<Next> next,
    @Nullable Extension extension,
    List<Version> versions,
    Map<String, String> columns,
    List<Event> events,
    List<SlipMark> slips,
    List<Urged> urges,
    @Nullable ProblemView problem,
    List<Remarks.Remark> remarks,
    List<ItemTexts.Text> texts,
    Can can) {

  /**
   * A supervision slip about it.
   *
   * @param answer null where there is none, or it is not for the reader
   */
  public record SlipMark(
      String number,
      Light light,
      String receiver,
      String issued,
      String state,
      @Nullable SlipAnswer answer) {}

  /** What the receiver of a slip answered. */
  public record SlipAnswer(@Nullable String at, String done, String reason, LocalDate byWhen) {}

  /**
   * Somebody was urged.
   *
   * @param mine whether the reader was, or stands in for who was, and can answer
   */
  public record Urged(
      long id, String at, String whom, String text, @Nullable String answer, boolean mine) {}

  /** A task that is open for it. */
  public record Next(String task, List<String> people) {}

  /** A request for more time that waits for the office. */
  public record Extension(LocalDate until, String reason, String askedBy) {}

  /** A version that was handed in, with its review. */
  public record Version(
      int number,
      String submittedBy,
      String submittedAt,
      String text,
      List<Map<String, String>> rows,
      @Nullable String outcome,
      @Nullable String reviewedBy,
      @Nullable String reviewedAt,
      @Nullable String comment) {}

  /** Something that happened. */
  public record Event(String at, String who, String what, @Nullable String why) {}

  /** What the reader may do now. */
  public record Can(
      boolean withdraw,
      boolean extend,
      boolean waive,
      boolean move,
      boolean files,
      boolean notices,
      boolean urge,
      boolean adopt,
      boolean rearrange,
      boolean reopen,
      boolean visit,
      boolean find,
      boolean withdrawAdoption,
      boolean entrust) {}
}
