package org.xiaohao.simulation.people;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.xiaohao.attachment.AttachmentService;

/** The files that go with papers: small, but what their names say, and never the same twice. */
@Simulated
class UploadedFiles {

  private static final String PDF =
      "%%PDF-1.4\n%% %s\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n";

  private final AttachmentService attachments;
  private final Clock clock;

  UploadedFiles(AttachmentService attachments, Clock clock) {
    this.attachments = attachments;
    this.clock = clock;
  }

  void attach(String subject, String name, String by) {
    var bytes = PDF.formatted(clock.instant()).getBytes(StandardCharsets.US_ASCII);
    attachments.add(subject, name, new ByteArrayInputStream(bytes), by);
  }
}
