package org.xiaohao.webapps.phone;

import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.xiaohao.attachment.Attachment;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.ledger.LedgerItem;
import org.xiaohao.rectification.EvidenceFiles;
import org.xiaohao.webapps.api.ItemAccess;
import org.xiaohao.webapps.api.Login;

/** The files of an item, with the same rights as beside its task in Tasklist. */
@Component
class PhoneFiles {

  private final ItemAccess access;
  private final Attachments attachments;
  private final AttachmentService service;
  private final EvidenceFiles evidence;
  private final Campaigns campaigns;
  private final PhoneWords words;
  private final Login login;
  private final DataSize most;

  PhoneFiles(
      ItemAccess access,
      Attachments attachments,
      AttachmentService service,
      EvidenceFiles evidence,
      Campaigns campaigns,
      PhoneWords words,
      Login login,
      @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
    this.access = access;
    this.attachments = attachments;
    this.service = service;
    this.evidence = evidence;
    this.campaigns = campaigns;
    this.words = words;
    this.login = login;
    this.most = most;
  }

  /**
   * A file, ready to be read.
   *
   * @param viewable whether it can be looked at without saving it
   * @param kept whether it is evidence, and cannot be removed
   */
  record Line(
      String id, String name, String size, String by, String at, boolean viewable, boolean kept) {}

  /**
   * All files of an item.
   *
   * @param accept endings that can be uploaded, as a browser wants them
   * @param types the same for people
   * @param maxBytes of one file
   * @param maxSum bytes of all that are sent at once
   */
  record Files(
      List<Line> files,
      boolean changeable,
      String accept,
      String types,
      long maxBytes,
      String maxSize,
      int maxFiles,
      long maxSum,
      String maxSumSize) {}

  Files of(LedgerItem item) {
    var limits = service.limits();
    return new Files(
        attachments.of(item.key()).stream().map(this::line).toList(),
        access.mayChangeFiles(item),
        "." + String.join(",.", limits.extensions()),
        String.join("、", limits.extensions()),
        limits.maxSize(),
        words.size(limits.maxSize()),
        limits.maxFiles(),
        most.toBytes(),
        words.size(most.toBytes()));
  }

  /**
   * Adds those that were chosen; a field without a choice sends one empty file.
   *
   * @return how many
   */
  int add(LedgerItem item, List<MultipartFile> chosen) throws IOException {
    var added = 0;
    for (var file : chosen) {
      var name = file.getOriginalFilename();
      if (name == null || name.isBlank()) {
        continue;
      }
      access.requireChange(item);
      try (var content = file.getInputStream()) {
        service.add(item.key(), name.strip(), content, login.id());
      }
      added++;
    }
    return added;
  }

  void remove(LedgerItem item, String id) {
    access.requireChange(item);
    if (service.get(id).subject().equals(item.key())) {
      service.remove(id, login.id());
    }
  }

  private Line line(Attachment file) {
    var campaign = campaigns.of(file.subject());
    return new Line(
        file.id(),
        file.name(),
        words.size(file.size()),
        words.person(campaign, file.uploadedBy()),
        words.moment(campaign, file.uploadedAt()),
        file.isViewable(),
        evidence.isEvidence(file));
  }
}
