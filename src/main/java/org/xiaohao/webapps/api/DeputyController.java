package org.xiaohao.webapps.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xiaohao.campaign.Campaign;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.roster.Deputies;
import org.xiaohao.roster.Deputy;
import org.xiaohao.roster.DeputyService;
import org.xiaohao.roster.Rosters;
import org.xiaohao.shared.Refusal;

/** Who acts while one is absent: named by oneself, or by the head for the people of the unit. */
@RestController
@RequestMapping(Api.BASE + "/me/deputy")
class DeputyController {

  /** As many as a list to choose from can show. */
  private static final int CHOICES = 20;

  /** Among so many are those of a unit looked for; a name narrows it down. */
  private static final int MANY = 500;

  private final Deputies deputies;
  private final DeputyService service;
  private final Campaigns campaigns;
  private final Rosters rosters;
  private final ItemWords words;
  private final Login login;

  DeputyController(
      Deputies deputies,
      DeputyService service,
      Campaigns campaigns,
      Rosters rosters,
      ItemWords words,
      Login login) {
    this.deputies = deputies;
    this.service = service;
    this.campaigns = campaigns;
    this.rosters = rosters;
    this.words = words;
    this.login = login;
  }

  /**
   * A deputy to be named.
   *
   * @param person who will be absent; null for oneself
   * @param begins first day
   * @param ends last day
   */
  record Naming(
      String campaign,
      @Nullable String person,
      String deputy,
      LocalDate begins,
      LocalDate ends,
      @Nullable String reason) {}

  /** A span that is to end now. */
  record Ending(long id) {}

  /**
   * A span of days as the page shows it.
   *
   * @param mayEnd whether the reader may end it
   */
  record Span(
      long id,
      String campaign,
      String person,
      String personName,
      String deputy,
      String deputyName,
      LocalDate begins,
      LocalDate ends,
      String reason,
      Deputy.State state,
      boolean mayEnd) {}

  /** Somebody who may be chosen. */
  record Choice(String id, String name, String post) {}

  /**
   * Spans of the reader, as who is absent and as deputy, and of the units that the reader heads.
   */
  @GetMapping
  List<Span> spans() {
    return campaigns.all().stream()
        .filter(this::takesPart)
        .flatMap(
            campaign ->
                Stream.concat(
                        deputies.about(campaign.id(), login.id()).stream(),
                        rosters.units(campaign.id()).stream()
                            .filter(unit -> login.id().equals(unit.head()))
                            .flatMap(unit -> deputies.ofUnit(campaign.id(), unit.id()).stream()))
                    .distinct()
                    .map(span -> view(campaign, span)))
        .toList();
  }

  /**
   * People whose name or login contains that, for a field that completes.
   *
   * @param mine only those for whom the reader may name a deputy
   */
  @GetMapping("/people")
  List<Choice> people(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "") String part,
      @RequestParam(defaultValue = "false") boolean mine) {
    requirePart(campaign);
    return rosters.peopleLike(campaign, Api.text(part), mine ? MANY : CHOICES).stream()
        .filter(person -> !mine || service.mayDecide(campaign, person, login.id()))
        .limit(CHOICES)
        .map(person -> new Choice(person.id(), person.name(), person.post()))
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Span name(@RequestBody Naming wanted) {
    var campaign = requirePart(Api.text(wanted.campaign()));
    var by = login.id();
    var person = Api.text(wanted.person());
    return login.asHouse(
        () ->
            view(
                campaign,
                service.name(
                    campaign.id(),
                    person.isEmpty() ? by : person,
                    Api.text(wanted.deputy()),
                    Api.day(wanted.begins()),
                    Api.day(wanted.ends()),
                    Api.text(wanted.reason()),
                    campaign.plan().zone(),
                    by),
                by));
  }

  @PostMapping("/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@RequestBody Ending wanted) {
    var by = login.id();
    login.asHouse(() -> service.end(wanted.id(), by));
  }

  private Span view(Campaign campaign, Deputy span) {
    return view(campaign, span, login.id());
  }

  private Span view(Campaign campaign, Deputy span, String reader) {
    return new Span(
        span.id(),
        campaign.id(),
        span.personId(),
        words.name(campaign, span.personId()),
        span.deputyId(),
        words.name(campaign, span.deputyId()),
        span.begins(),
        span.ends(),
        span.reason(),
        span.state(),
        span.state() != Deputy.State.ENDED
            && rosters
                .person(campaign.id(), span.personId())
                .filter(absent -> service.mayDecide(campaign.id(), absent, reader))
                .isPresent());
  }

  private Campaign requirePart(String campaignId) {
    return campaigns
        .find(campaignId)
        .filter(this::takesPart)
        .orElseThrow(() -> new Refusal("webapps.campaign-not-yours"));
  }

  private boolean takesPart(Campaign campaign) {
    return login.takesPart(campaign.id());
  }
}
