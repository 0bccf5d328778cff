package org.xiaohao.webapps.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xiaohao.campaign.RosterChange;
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
   */
  record RosterView(boolean ready, List<FindingView> findings, List<RosterWords.Section> changes) {}

  /** Something found in the workbook; {@code error} keeps it out. */
  record FindingView(boolean error, @Nullable String place, String message) {}

  /**
   * Imports a workbook, or says what importing it would change.
   *
   * @param preview whether it is only asked what would change
   */
  @PostMapping
  RosterView change(
      @RequestParam String campaign,
      @RequestParam(defaultValue = "true") boolean preview,
      @RequestParam(required = false) @Nullable MultipartFile file)
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
                : new RosterView(
                    true,
                    List.of(),
                    RosterWords.of(login.asHouse(() -> change.take(campaign, workbook, person)))));
  }

  private static RosterView view(RosterChange.Proposal proposal) {
    var difference = proposal.difference();
    return new RosterView(
        difference != null,
        proposal.findings().stream().map(RosterController::view).toList(),
        difference == null ? List.of() : RosterWords.of(difference));
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
