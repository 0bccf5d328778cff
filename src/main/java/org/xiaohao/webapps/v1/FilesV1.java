package org.xiaohao.webapps.v1;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.xiaohao.attachment.AttachmentService;
import org.xiaohao.attachment.Attachments;
import org.xiaohao.ledger.Ledger;
import org.xiaohao.shared.Refusal;

/** Files of what the reader may see. */
@Tag(name = "v1.tag-files")
@RestController
@RequestMapping("/api/v1/files")
class FilesV1 {

  private final Ledger ledger;
  private final Attachments attachments;
  private final AttachmentService service;
  private final Readers readers;

  FilesV1(Ledger ledger, Attachments attachments, AttachmentService service, Readers readers) {
    this.readers = readers;
    this.ledger = ledger;
    this.attachments = attachments;
    this.service = service;
  }

  /**
   * A file.
   *
   * @param size in bytes
   * @param by login name of who uploaded it
   */
  record FileView(String id, String name, String type, long size, String by, Instant at) {}

  @GetMapping
  @Operation(summary = "v1.files")
  List<FileView> of(@RequestParam String key, Authentication person) {
    requireSeen(key, person);
    return attachments.of(key).stream()
        .map(
            file ->
                new FileView(
                    file.id(),
                    file.name(),
                    file.type(),
                    file.size(),
                    file.uploadedBy(),
                    file.uploadedAt()))
        .toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "v1.file")
  ResponseEntity<InputStreamResource> download(
      @PathVariable String id, Authentication person, HttpServletRequest request) {
    ShallowEtagHeaderFilter.disableContentCaching(request);
    var file = attachments.find(id).orElseThrow(() -> new Refusal("api.file-unknown", id));
    requireSeen(file.subject(), person);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .contentLength(file.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(service.open(id)));
  }

  private void requireSeen(String key, Authentication person) {
    if (ledger.find(key).filter(readers.of(person)::sees).isEmpty()) {
      throw new Refusal("api.item-unknown", key);
    }
  }
}
