package org.xiaohao.simulation.people;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.xiaohao.attachment.AttachmentService;

/** The files that go with papers: small, but what their names say. */
@Simulated
class UploadedFiles {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final AttachmentService attachments;

  UploadedFiles(AttachmentService attachments) {
    this.attachments = attachments;
  }

  void attach(String subject, String name, String by) {
    attachments.add(subject, name, new ByteArrayInputStream(PDF), by);
  }
}
