package org.xiaohao.webapps.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xiaohao.campaign.RosterChange;
import org.xiaohao.roster.RosterDifference;
import org.xiaohao.roster.Unit;
import org.xiaohao.shared.Finding;
import org.xiaohao.shared.Refusal;

/** The office imports the roster of a running campaign again, and sees before what will change. */
@RestController
@RequestMapping(Api.BASE + "/office/roster")
class RosterController {

  private final RosterChange change;
  private final Login login;

  RosterController(RosterChange change, Login login) {
    this.change = change;
    this.login = login;
  }

  /**
   * What the workbook changes, or why it cannot be imported.
   *
   * @param ready whether it can be imported
   * @param findings errors, warnings and notes about the workbook
   * @param changes what it changes; empty where nothing does
   * @param gone units that go; somebody has to take over from each
   * @param units who can take over
   */
  record RosterView(
      boolean ready,
      List<FindingView> findings,
      List<RosterWords.Section> changes,
      List<UnitView> gone,
      List<UnitView> units) {}

  /** A unit to choose. */
  record UnitView(String id, String name) {}

  /** Something found in the workbook; {@code error} keeps it out. */
  record FindingView(boolean error, @Nullable String place, String message) {}

  /**
   * Imports a workbook, or says what importing it would change.
   *
   * @param preview whether it is only asked what would change
   * @param successor who takes over from a unit that goes, as {@code <unit>:<unit>}
   */
  @PostMapping
  RosterView change(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "true") boolean preview,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") List<String> successor)
      throws IOException {
    login.requireOffice(campaign);
    if (file == null || file.isEmpty()) {
      throw new Refusal("webapps.file-missing");
    }
    var person = login.id();
    return onDisk(
        file,
        workbook ->
            preview
                ? view(change.propose(campaign, workbook))
                : view(
                    List.of(),
                    login.asHouse(
                        () -> change.take(campaign, workbook, pairs(successor), person))));
  }

  private static Map<String, String> pairs(List<String> successors) {
    return successors.stream()
        .map(pair -> pair.split(":", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> other));
  }

  private static RosterView view(RosterChange.Proposal proposal) {
    var difference = proposal.difference();
    var findings = proposal.findings().stream().map(RosterController::view).toList();
    return difference == null
        ? new RosterView(false, findings, List.of(), List.of(), List.of())
        : view(findings, difference);
  }

  private static RosterView view(List<FindingView> findings, RosterDifference difference) {
    return new RosterView(
        true,
        findings,
        RosterWords.of(difference),
        units(difference.units().gone()),
        units(difference.after().units()));
  }

  private static List<UnitView> units(List<Unit> units) {
    return units.stream().map(unit -> new UnitView(unit.id(), unit.name())).toList();
  }

  private static FindingView view(Finding finding) {
    return new FindingView(finding.isError(), finding.place(), finding.message());
  }

  /** Under the name that people know it by, since findings name the file. */
  private static <T> T onDisk(MultipartFile file, Function<Path, T> use) throws IOException {
    var folder = Files.createTempDirectory("xiaohao-roster");
    var workbook = folder.resolve("roster.xlsx");
    try {
      file.transferTo(workbook);
      return use.apply(workbook);
    } finally {
      Files.deleteIfExists(workbook);
      Files.delete(folder);
    }
  }
}
