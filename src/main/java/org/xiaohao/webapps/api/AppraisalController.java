package org.xiaohao.webapps.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.appraisal.AppraisalReports;
import org.xiaohao.appraisal.AppraisalReports.YearEnd;
import org.xiaohao.appraisal.AppraisalService;
import org.xiaohao.appraisal.Level;
import org.xiaohao.appraisal.Party;
import org.xiaohao.appraisal.Proposal;
import org.xiaohao.appraisal.Verdict;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.shared.Messages;
import org.xiaohao.shared.Refusal;

/** What came out of an appraisal, each part for those who may see it. */
@RestController
@RequestMapping(Api.BASE)
class AppraisalController {

  private static final String MARKDOWN = "text/markdown;charset=UTF-8";

  private final AppraisalService service;
  private final AppraisalReports reports;
  private final Campaigns campaigns;
  private final ItemWords words;
  private final Login login;

  AppraisalController(
      AppraisalService service,
      AppraisalReports reports,
      Campaigns campaigns,
      ItemWords words,
      Login login) {
    this.service = service;
    this.reports = reports;
    this.campaigns = campaigns;
    this.words = words;
    this.login = login;
  }

  /** Which campaign is to be appraised. */
  record Start(String campaign) {}

  /**
   * Points with what they come from.
   *
   * @param record key of the record
   * @param item key of the item that the record is about
   * @param title what the item is called
   */
  record PointView(
      String kind,
      String what,
      String record,
      String item,
      String title,
      @Nullable String at,
      int points) {}

  /**
   * How somebody stands.
   *
   * @param of how many of the level are ranked before, in percent
   * @param verdict null as long as the reader is not to know it
   */
  record ScoreView(
      Level level,
      String id,
      String name,
      int total,
      int lost,
      int place,
      int of,
      @Nullable Verdict verdict,
      List<PointView> points) {}

  /** Somebody in a published list: no points. */
  record Named(Level level, String name, Verdict verdict) {}

  /** A line of the year-end sheet. */
  record Line(
      Level level,
      String name,
      int total,
      int place,
      Map<String, Integer> facts,
      long people,
      Verdict verdict) {}

  /** Starts it before the last phase has ended. */
  @PostMapping("/office/appraisal")
  @ResponseStatus(HttpStatus.CREATED)
  void start(@RequestBody Start wanted) {
    var campaign = Api.text(wanted.campaign());
    login.requireOffice(campaign);
    var by = login.id();
    login.asHouse(() -> service.start(campaign, by));
  }

  /** Points of a unit or person; one's own where nobody is named. */
  @GetMapping("/appraisal/score")
  ScoreView score(
      @RequestParam String campaign,
      @RequestParam(required = false) @Nullable Level level,
      @RequestParam(required = false) @Nullable String id) {
    var of = requirePart(campaign);
    var party = new Party(level == null ? Level.PERSON : level, id == null ? login.id() : id);
    var score = reports.score(campaign, party, login.id());
    var one = score.standing();
    return new ScoreView(
        party.level(),
        party.id(),
        one.name(),
        one.total(),
        one.lost(),
        one.place(),
        one.share(),
        score.verdict(),
        score.points().stream()
            .map(
                point ->
                    new PointView(
                        point.kind(),
                        text(of, "fact." + point.kind()),
                        point.key(),
                        point.item(),
                        score.titles().getOrDefault(point.key(), point.key()),
                        moment(of, point.at()),
                        point.points()))
            .toList());
  }

  /** Commendation and criticism as published; empty until then. */
  @GetMapping("/appraisal/published")
  List<Named> published(@RequestParam String campaign, @RequestParam Verdict verdict) {
    requirePart(campaign);
    return reports.published(campaign, verdict).stream()
        .map(one -> new Named(one.party().level(), one.name(), one.verdict()))
        .toList();
  }

  /** The same as a text to be copied. */
  @GetMapping(value = "/appraisal/published.md", produces = MARKDOWN)
  String publishedText(@RequestParam String campaign, @RequestParam Verdict verdict) {
    var of = requirePart(campaign);
    var named = reports.published(campaign, verdict);
    var text = new StringBuilder();
    text.append(
        text(
            of,
            verdict == Verdict.COMMEND ? "sheet.commended" : "sheet.criticised",
            of.plan().title()));
    for (var level : Level.values()) {
      var names =
          named.stream().filter(one -> one.party().level() == level).map(Proposal::name).toList();
      text.append("\n\n").append(text(of, "level." + level)).append("\n\n");
      text.append(names.isEmpty() ? text(of, "sheet.nobody") : String.join("、", names));
    }
    return text.append("\n").toString();
  }

  /** The year-end sheet: units in their fixed order. */
  @GetMapping("/appraisal/year-end")
  List<Line> yearEnd(@RequestParam String campaign) {
    return reports.yearEnd(campaign, login.id()).stream()
        .map(
            line ->
                new Line(
                    line.standing().party().level(),
                    line.standing().name(),
                    line.standing().total(),
                    line.standing().place(),
                    line.facts(),
                    line.people(),
                    line.standing().verdict()))
        .toList();
  }

  /** The same as a text to be copied. */
  @GetMapping(value = "/appraisal/year-end.md", produces = MARKDOWN)
  String yearEndText(@RequestParam String campaign) {
    var of = requirePart(campaign);
    return reports.yearEnd(campaign, login.id()).stream()
        .map(line -> row(of, line))
        .collect(
            Collectors.joining(
                "\n",
                text(of, "sheet.year-end", of.plan().title())
                    + "\n\n"
                    + text(of, "sheet.columns")
                    + "\n|"
                    + " --- |".repeat(10)
                    + "\n",
                "\n"));
  }

  private static String row(Campaign campaign, YearEnd line) {
    var one = line.standing();
    var cells =
        List.of(
            one.name(),
            text(campaign, "level." + one.party().level()).replace("*", ""),
            String.valueOf(one.total()),
            String.valueOf(one.place()),
            facts(line, "ON_TIME"),
            facts(line, "LATE"),
            facts(line, "MISSING"),
            facts(line, "RETURNED"),
            String.valueOf(line.people()),
            text(campaign, "verdict." + one.verdict()));
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String facts(YearEnd line, String kind) {
    return String.valueOf(line.facts().getOrDefault(kind, 0));
  }

  private @Nullable String moment(Campaign campaign, Instant at) {
    return words.moment(campaign, at);
  }

  private Campaign requirePart(String campaignId) {
    return campaigns
        .find(campaignId)
        .filter(campaign -> login.takesPart(campaign.id()))
        .orElseThrow(() -> new Refusal("webapps.campaign-not-yours"));
  }

  private static String text(Campaign campaign, String code, Object... arguments) {
    return Messages.text(campaign.plan().language(), "appraisal." + code, arguments);
  }
}
