package org.xiaohao.webapps.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xiaohao.attachment.Attachment;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.campaign.Campaigns;
import org.xiaohao.rectification.EvidenceFiles;
import org.xiaohao.shared.Refusal;

/** The files of an item: for whoever may see the item, changed only by whom it waits for. */
@RestController
@RequestMapping(Api.BASE)
class FileController {

  /** What is looked at loads nothing and runs nothing. */
  private static final String VIEWED =
      "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final ItemAccess access;
  private final ItemWords words;
  private final Attachments attachments;
  private final AttachmentService service;
  private final EvidenceFiles evidence;
  private final Campaigns campaigns;
  private final Login login;

  FileController(
      ItemAccess access,
      ItemWords words,
      Attachments attachments,
      AttachmentService service,
      EvidenceFiles evidence,
      Campaigns campaigns,
      Login login) {
    this.access = access;
    this.words = words;
    this.attachments = attachments;
    this.service = service;
    this.evidence = evidence;
    this.campaigns = campaigns;
    this.login = login;
  }

  /**
   * A file as the page shows it.
   *
   * @param at local time of the plan
   * @param viewable whether it can be looked at without saving it
   * @param picture whether the page itself can show it
   * @param kept whether it is evidence, and cannot be removed
   */
  record FileView(
      String id,
      String name,
      long size,
      String by,
      String at,
      boolean viewable,
      boolean picture,
      boolean kept) {}

  /** All files of an item, and what may be added. */
  record FilesView(List<FileView> files, boolean changeable, AttachmentService.Limits limits) {}

  @GetMapping("/files")
  FilesView files(@RequestParam String key) {
    var item = access.readable(key);
    return new FilesView(
        attachments.of(key).stream().map(this::view).toList(),
        access.mayChangeFiles(item),
        service.limits());
  }

  @PostMapping("/files")
  @ResponseStatus(HttpStatus.CREATED)
  FileView upload(@RequestParam String key, @RequestParam MultipartFile file) throws IOException {
    access.requireChange(access.visible(key));
    try (var content = file.getInputStream()) {
      return view(service.add(key, Api.text(file.getOriginalFilename()), content, login.id()));
    }
  }

  /** Saved, not shown: what people upload must not run here. */
  @GetMapping("/file/{id}")
  ResponseEntity<InputStreamResource> download(@PathVariable String id) {
    return content(visible(id), ContentDisposition.attachment());
  }

  /** A picture or a PDF to be looked at; anything else can only be saved. */
  @GetMapping("/file/{id}/view")
  ResponseEntity<InputStreamResource> view(@PathVariable String id, HttpServletResponse response) {
    var file = visible(id);
    if (!file.isViewable()) {
      throw new Refusal("webapps.file-not-viewable", file.name());
    }
    // in place of the webapps' policy, whose sandbox keeps the browser's viewer of PDF from
    // starting
    response.setHeader("Content-Security-Policy", VIEWED);
    return content(file, ContentDisposition.inline());
  }

  private Attachment visible(String id) {
    var file = service.get(id);
    access.readable(file.subject());
    return file;
  }

  private ResponseEntity<InputStreamResource> content(
      Attachment file, ContentDisposition.Builder disposition) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .contentLength(file.size())
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(new InputStreamResource(service.open(file.id())));
  }

  @DeleteMapping("/file/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) {
    access.requireChange(access.visible(service.get(id).subject()));
    service.remove(id, login.id());
  }

  private FileView view(Attachment file) {
    var campaign = campaigns.of(file.subject());
    return new FileView(
        file.id(),
        file.name(),
        file.size(),
        words.name(campaign, file.uploadedBy()),
        words.moment(campaign, file.uploadedAt()),
        file.isViewable(),
        file.isPicture(),
        evidence.isEvidence(file));
  }
}
