package org.xiaohao.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xiaohao.calendar.Adjustment;

/**
 * An implementation plan as data: the whole of {@code campaign.yaml}, checked (R1-R88).
 *
 * <p>Lists are never null and never change; dates are plan dates, in the zone of the campaign.
 * {@code requirement} names the row of the plan that an entry comes from ({@code R59}).
 *
 * @param id short name for machines, {@code [a-z0-9-]+}; first part of every business key
 * @param title name of the campaign (R1)
 * @param organisation who runs it
 * @param zone zone of all its dates and times
 * @param language language of the papers and mails that go to its people
 * @param basis legal basis and who decided it (R1)
 * @param linkedProgrammes other programmes it is tied to (R2)
 * @param theme theme, aim, lever and demand, shown in its head (R5)
 * @param description aims and rhetoric, shown as they are
 * @param settings what the plan leaves open (A2, A7, A14)
 * @param mail lists by mail, and who else is told
 * @param leadingGroup who leads it (R7, R8)
 * @param office who carries it out (R9-R15)
 * @param problemKinds kinds of problem that it looks for (R6, R60)
 * @param rectification how problems are rectified and closed out (R77-R81)
 * @param supervision lights, slips and urging (R13, R16, R85)
 * @param appraisal commendation, criticism, year-end sheet (R86-R88)
 */
public record Plan(
    String id,
    String title,
    String organisation,
    ZoneId zone,
    Locale language,
    Basis basis,
    List<String> linkedProgrammes,
    Theme theme,
    String description,
    Settings settings,
    Mail mail,
    LeadingGroup leadingGroup,
    Office office,
    List<String> problemKinds,
    List<Phase> phases,
    List<SessionSeries> sessions,
    List<Paper> papers,
    List<Meeting> meetings,
    List<Consultation> consultations,
    List<BenchmarkSelection> benchmarkSelections,
    Rectification rectification,
    Supervision supervision,
    Appraisal appraisal) {

  public Plan {
    // A plan that was stored before there was such a section.
    mail = mail == null ? new Mail(DayOfWeek.MONDAY, List.of()) : mail;
    linkedProgrammes = List.copyOf(linkedProgrammes);
    problemKinds = List.copyOf(problemKinds);
    phases = List.copyOf(phases);
    sessions = List.copyOf(sessions);
    papers = List.copyOf(papers);
    meetings = List.copyOf(meetings);
    consultations = List.copyOf(consultations);
    benchmarkSelections = List.copyOf(benchmarkSelections);
  }

  /** All works of all phases, in their order. */
  public Stream<Work> works() {
    return phases.stream().flatMap(phase -> phase.works().stream());
  }

  /** The phase with that id. */
  public Optional<Phase> phase(String phaseId) {
    return phases.stream().filter(phase -> phase.id().equals(phaseId)).findFirst();
  }

  /** The paper with that id. */
  public Optional<Paper> paper(String paperId) {
    return papers.stream().filter(paper -> paper.id().equals(paperId)).findFirst();
  }

  /** Where the plan comes from (R1). */
  public record Basis(String document, @Nullable String number, String decidedBy) {}

  /** The campaign in four sentences (R5); only the theme is a must. */
  public record Theme(
      String theme, @Nullable String aim, @Nullable String lever, @Nullable String demand) {}

  /** Who leads (R7); ids of the roster. */
  public record LeadingGroup(String head, List<String> deputyHeads) {
    public LeadingGroup {
      deputyHeads = List.copyOf(deputyHeads);
    }

    /** Head first, then the deputies in their order. */
    public Stream<String> people() {
      return Stream.concat(Stream.of(head), deputyHeads.stream());
    }
  }

  /** The office under the leading group (R9); ids of the roster, {@code seat} a unit. */
  public record Office(String director, List<String> members, @Nullable String seat) {
    public Office {
      members = List.copyOf(members);
    }

    /** Director first, then the members in their order. */
    public Stream<String> people() {
      return Stream.concat(Stream.of(director), members.stream()).distinct();
    }
  }

  /**
   * What the plan leaves open, with the defaults of {@code plan/requirements.md}.
   *
   * @param daysOff where dates go that fall on a day off (A14)
   * @param limitTime time of day at which a limit passes
   * @param dailyRound time of day of reminders, on working days
   * @param remindBefore working days before a limit from which an item is reminded of
   * @param reviewDays working days within which a paper is to be reviewed
   * @param resubmitDays working days within which a returned paper is due again
   * @param escalation who is told of an overdue item, and after how many working days
   */
  public record Settings(
      Adjustment daysOff,
      LocalTime limitTime,
      LocalTime dailyRound,
      int remindBefore,
      int reviewDays,
      int resubmitDays,
      List<EscalationLevel> escalation) {
    public Settings {
      escalation = List.copyOf(escalation);
    }
  }

  /** After so many working days past the limit, that role is told (R16). 0 = at the limit. */
  public record EscalationLevel(int afterWorkingDays, Role role) {}

  /** Who acts for an item, as the models and the plan say it. */
  public enum Role {
    /** The person, or the unit's liaison, or the branch secretary, who owes it. */
    OWNER,
    UNIT_HEAD,
    OFFICE,
    LEADER_IN_CHARGE,
    LEADING_GROUP
  }

  /** A phase of the campaign (R4); its model is chosen by its kind. */
  public record Phase(
      String id,
      @Nullable String requirement,
      PhaseKind kind,
      String title,
      LocalDate starts,
      LocalDate ends,
      List<String> aims,
      List<Work> works) {
    public Phase {
      aims = List.copyOf(aims);
      works = List.copyOf(works);
    }
  }

  /** Which model runs a phase. */
  public enum PhaseKind {
    /** 学习讨论: topics and sessions. */
    STUDY,
    /** 对表对标: find the gaps, then set standards. */
    BENCHMARK,
    /** 制定措施: personal opinions, then ledgers. */
    IMPROVEMENT
  }

  /**
   * A piece of a phase with its own window: a topic of a study phase (R20-R29), one of the two
   * works of a benchmark phase (R44, R51), one of the two of an improvement phase (R69, R70).
   *
   * @param theme what a topic is about; null for other kinds
   * @param readings reading list of a topic (R22, R24, R27)
   */
  public record Work(
      String id,
      @Nullable String requirement,
      WorkKind kind,
      String title,
      @Nullable String theme,
      LocalDate starts,
      LocalDate ends,
      List<String> readings) {
    public Work {
      readings = List.copyOf(readings);
    }
  }

  /** What a work is, and so in which branch of the phase's model it runs. */
  public enum WorkKind {
    /** 专题, in a study phase. */
    TOPIC,
    /** 三查两评议, in a benchmark phase. */
    GAPS,
    /** 对表对标、确立标准, in a benchmark phase. */
    STANDARDS,
    /** 个人整改意见, in an improvement phase. */
    PERSONAL,
    /** 四种台账, in an improvement phase. */
    LEDGERS
  }

  /**
   * Collective study that each unit holds (R25, R34): on the given weekdays of the phase, or on the
   * given days.
   *
   * @param phase phase in which it takes place
   * @param weekdays days of the week; empty where {@code on} names the days
   * @param on days by date; empty where {@code weekdays} names them
   * @param starts begin of a session, local time (A2)
   * @param ends end of a session, local time
   * @param kinds ways of study to choose from (R31)
   * @param speakers how many speakers a unit names at least (A7)
   * @param speechText paper that each speaker owes (R41); null for none
   * @param material who supplies material is always the office (R11); false where none is needed
   */
  public record SessionSeries(
      String id,
      @Nullable String requirement,
      String title,
      String phase,
      Set<DayOfWeek> weekdays,
      List<LocalDate> on,
      LocalTime starts,
      LocalTime ends,
      List<String> kinds,
      int speakers,
      @Nullable String speechText,
      boolean material) {
    public SessionSeries {
      on = List.copyOf(on);
      kinds = List.copyOf(kinds);
      weekdays = inOrder(weekdays);
    }

    /**
     * Plan dates on which a unit holds it, in their order.
     *
     * @param within the phase that this series names
     * @param studyDays weekdays on which the unit meets; empty for every day that the plan names
     *     (A2). Days that the plan names by date are held by every unit.
     */
    public List<LocalDate> days(Phase within, Set<DayOfWeek> studyDays) {
      if (weekdays.isEmpty()) {
        return on.stream().sorted().toList();
      }
      return within
          .starts()
          .datesUntil(within.ends().plusDays(1))
          .filter(day -> weekdays.contains(day.getDayOfWeek()))
          .filter(day -> studyDays.isEmpty() || studyDays.contains(day.getDayOfWeek()))
          .toList();
    }
  }

  /**
   * Lists by mail besides the daily round, and who else is told.
   *
   * @param weekly day of the list that heads get of their unit; the working day after, where it is
   *     a day off
   * @param webhooks other systems, and robots of group chats
   */
  public record Mail(DayOfWeek weekly, List<Webhook> webhooks) {
    public Mail {
      webhooks = List.copyOf(webhooks);
    }
  }

  /**
   * Another system that is told, or the robot of a group chat.
   *
   * @param url https, or http on this machine only; without any secret
   * @param tokenFrom environment variable with the robot's key; null where it needs none
   * @param secretFrom environment variable with the secret that signs; null where nothing is signed
   */
  public record Webhook(
      String id,
      WebhookFormat format,
      String url,
      @Nullable String tokenFrom,
      @Nullable String secretFrom,
      WebhookTopic tells) {}

  /** What a webhook understands. */
  public enum WebhookFormat {
    /** Our own JSON. */
    GENERIC,
    /** 企业微信群机器人. */
    WECOM,
    /** 钉钉群机器人. */
    DINGTALK
  }

  /** What a webhook is told. */
  public enum WebhookTopic {
    /** The daily list of all units. */
    DAILY,
    /** Every notice about something red. */
    RED,
    /** Every notice, and the daily list; no digests. */
    ALL
  }

  /**
   * Something that somebody must hand in.
   *
   * @param phase phase in whose gate it counts
   * @param work work with whose start it opens; null: with the start of the phase
   * @param asks what the plan asks, in its own words; shown on top of the form
   * @param owedBy who owes it
   * @param limit day by whose limit time it is due; null where {@code limitAfterSession} counts
   * @param lastLimit day after which it is missing and not only late (A11); null: the limit itself
   * @param limitAfterSession working days after the session, for {@link OwedBy#SPEAKER} (A7)
   * @param optional encouraged only (R56): reminded of, never escalated, no part of a gate
   * @param selfCheck whether it is the report of a unit's self-check (R62): what is found in one
   *     goes on the problem list as its
   * @param content what is handed in
   * @param columns columns of a {@link Content#TABLE}, at most six; empty otherwise
   */
  public record Paper(
      String id,
      @Nullable String requirement,
      String title,
      String phase,
      @Nullable String work,
      String asks,
      OwedBy owedBy,
      @Nullable LocalDate limit,
      @Nullable LocalDate lastLimit,
      @Nullable Integer limitAfterSession,
      boolean optional,
      boolean selfCheck,
      Content content,
      List<Column> columns) {
    public Paper {
      columns = List.copyOf(columns);
    }
  }

  /** Who owes a paper: one each. */
  public enum OwedBy {
    /** Each leader and member of staff (R39, R69). */
    PERSON,
    /** Each division and affiliated unit (R62, R76). */
    UNIT,
    /** Each party branch (R38). */
    BRANCH,
    /** Each speaker of each session (R41). */
    SPEAKER
  }

  /** What is handed in. */
  public enum Content {
    /** Text of any length, files may go with it. */
    TEXT,
    /** Rows with the columns that the plan names (R71, R72, R74). */
    TABLE,
    /** At least one file, with a note (R73). */
    FILES
  }

  /**
   * A column of a table paper.
   *
   * @param choices values to choose from (the verdicts of R71); empty for free text
   * @param required whether a row without it is refused
   * @param prefill what the form fills in beforehand; null for nothing
   */
  public record Column(
      String id, String title, List<String> choices, boolean required, @Nullable Prefill prefill) {
    public Column {
      choices = List.copyOf(choices);
    }
  }

  /** What a table paper's form fills in beforehand: one row each. */
  public enum Prefill {
    /** A row per person of the unit, this column holds the name (R72). */
    PEOPLE
  }

  /**
   * A meeting (R49, R50, R54, R63).
   *
   * @param by day by which it must have taken place
   * @param proposed day that the invitation proposes
   * @param invites who is invited, in words; guests from outside among them
   * @param opinions whether opinions are noted one by one
   * @param resolutions whether it resolves something
   */
  public record Meeting(
      String id,
      @Nullable String requirement,
      String title,
      String phase,
      String work,
      String asks,
      LocalDate proposed,
      LocalDate by,
      List<String> invites,
      boolean opinions,
      boolean resolutions) {
    public Meeting {
      invites = List.copyOf(invites);
    }
  }

  /**
   * Opinion forms that each unit gathers (R47, R59).
   *
   * @param quota valid forms that each unit needs; 0 for none (R59, A8)
   * @param questions what a form asks, in its order
   * @param onlinePoll whether the public may be asked too (R47)
   */
  public record Consultation(
      String id,
      @Nullable String requirement,
      String title,
      String phase,
      String work,
      String asks,
      LocalDate limit,
      int quota,
      List<String> questions,
      OnlinePoll onlinePoll) {
    public Consultation {
      questions = List.copyOf(questions);
      // Campaigns that were launched before there were polls have plans that say nothing of them.
      onlinePoll = Objects.requireNonNullElse(onlinePoll, OnlinePoll.NONE);
    }
  }

  /** Whether a consultation has an open page for the public (R47). */
  public enum OnlinePoll {
    NONE,
    /** It may have one, whose forms do not count for the quota. */
    APART,
    /** It may have one, whose forms count like all others. */
    COUNTS
  }

  /**
   * Benchmarks and one standard per unit (R53-R58, R63).
   *
   * @param atLeast benchmarks that each unit proposes at least
   * @param means ways of finding them (R57)
   * @param fieldVisitFrom first day of the encouraged field visit (R56); null: none
   * @param fieldVisitTo its last day
   * @param limit day by which the unit's benchmarks and standard are confirmed
   */
  public record BenchmarkSelection(
      String id,
      @Nullable String requirement,
      String title,
      String phase,
      String work,
      String asks,
      int atLeast,
      List<String> means,
      @Nullable LocalDate fieldVisitFrom,
      @Nullable LocalDate fieldVisitTo,
      LocalDate limit) {
    public BenchmarkSelection {
      means = List.copyOf(means);
    }
  }

  /**
   * How a problem goes from found to struck off the list (R80). All spans are working days.
   *
   * @param triageDays within which the office decides what becomes of a new problem
   * @param analysisDays within which the unit finds the cause and proposes measure, owner and date
   * @param confirmDays within which the office confirms the proposal
   * @param checkDays within which the unit's head checks what was rectified
   * @param verifyDays within which it is verified for the office
   * @param extensions how often a limit may be extended
   * @param lookBackAfter days after close-out at which a sample is looked at again
   * @param lookBackSample percentage of closed-out problems in that sample; 0 for none
   */
  public record Rectification(
      int triageDays,
      int analysisDays,
      int confirmDays,
      int checkDays,
      int verifyDays,
      int extensions,
      int lookBackAfter,
      int lookBackSample) {}

  /**
   * Lights, slips and urging (R85).
   *
   * @param nearLimit working days before a limit from which the light is blue
   * @param answerDays working days within which a slip is to be answered
   * @param urgesPerDay how often an item may be urged in a day
   */
  public record Supervision(int nearLimit, int answerDays, int urgesPerDay) {}

  /**
   * What comes out of the campaign for units and people (R86-R88).
   *
   * @param objectionDays working days within which who is named for criticism may object
   */
  public record Appraisal(int objectionDays) {}

  private static Set<DayOfWeek> inOrder(Set<DayOfWeek> days) {
    return Collections.unmodifiableSet(new TreeSet<>(days));
  }
}
