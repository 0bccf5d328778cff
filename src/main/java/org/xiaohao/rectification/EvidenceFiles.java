package org.xiaohao.rectification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xiaohao.attachment.Attachment;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.attachment.FileAdded;
import org.xiaohao.attachment.FileRemoved;
import org.xiaohao.shared.Refusal;

/**
 * The files of problems. What was handed in as evidence stays; what is being judged, or is closed,
 * gets and loses no files; every file that comes or goes is a link of the trail.
 */
@Component
public class EvidenceFiles {

  /** A file came. */
  static final String ADDED = "FILE_ADDED";

  /** A file went. */
  static final String REMOVED = "FILE_REMOVED";

  /** Acts with which somebody's rectification begins: older files are not of this one. */
  private static final Set<String> BEGINNINGS = Set.of("CONFIRMED", "OWNER_NAMED");

  private final ProblemList problems;
  private final Dossiers dossiers;
  private final Trail trail;
  private final RectificationRules rules;
  private final Attachments attachments;

  EvidenceFiles(
      ProblemList problems,
      Dossiers dossiers,
      Trail trail,
      RectificationRules rules,
      Attachments attachments) {
    this.problems = problems;
    this.dossiers = dossiers;
    this.trail = trail;
    this.rules = rules;
    this.attachments = attachments;
  }

  /** Whether a file was handed in as evidence, and so has to stay. */
  public boolean isEvidence(Attachment file) {
    return dossiers.evidence(file.subject()).stream()
        .anyMatch(one -> one.fileLines().contains(Evidence.line(file)));
  }

  /**
   * Files that can be handed in: added by the owner, or who stood in for the owner, since the
   * measure was confirmed or the owner named, and with no bytes that were evidence before.
   */
  List<Attachment> fresh(Problem problem) {
    var added = addedSince(problem);
    var used =
        dossiers.evidence(problem.key()).stream()
            .flatMap(one -> one.fileLines().stream())
            .map(Evidence::checksum)
            .collect(Collectors.toSet());
    return attachments.of(problem.key()).stream()
        .filter(file -> added.contains(Evidence.line(file)))
        .filter(file -> !used.contains(file.sha256()))
        .toList();
  }

  /** By the order of the trail and not by time: on simulated time many acts have the same. */
  private Set<String> addedSince(Problem problem) {
    Map<String, Long> added = new HashMap<>();
    var begun = 0L;
    for (var event : trail.events(problem.key())) {
      if (BEGINNINGS.contains(event.what())) {
        begun = event.sequence();
      } else if (event.what().equals(ADDED) && event.why() != null) {
        added.put(event.why(), event.sequence());
      }
    }
    var begin = begun;
    return added.entrySet().stream()
        .filter(entry -> entry.getValue() > begin)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @EventListener
  void on(FileAdded added) {
    var file = added.file();
    changed(file, ADDED, file.uploadedBy());
  }

  @EventListener
  void on(FileRemoved removed) {
    changed(removed.file(), REMOVED, removed.by());
  }

  private void changed(Attachment file, String what, String by) {
    if (problems.find(file.subject()).isEmpty()) {
      return;
    }
    var problem = trail.lock(file.subject());
    if (problem.state().keepsFiles()) {
      throw new Refusal("rectification.files-fixed", problem.title());
    }
    if (problem.state() == Problem.State.RECTIFYING) {
      rules.requireOwner(problem, by);
    }
    if (what.equals(REMOVED) && isEvidence(file)) {
      throw new Refusal("rectification.file-is-evidence", file.name());
    }
    trail.record(problem, by, what, Evidence.line(file));
  }
}
