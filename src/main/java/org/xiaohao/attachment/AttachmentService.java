package org.xiaohao.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xiaohao.shared.Refusal;

/**
 * Taking in, handing out and removing files. The only writer of the room's table and folder. Who
 * may do it is for the caller to decide: the room knows nothing of the rows that files belong to.
 */
@Service
@Transactional
public class AttachmentService {

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentService.class);

  private final Attachments attachments;
  private final AttachmentFolder folder;
  private final AttachmentProperties settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AttachmentService(
      Attachments attachments,
      AttachmentFolder folder,
      AttachmentProperties settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.attachments = attachments;
    this.folder = folder;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What may be uploaded.
   *
   * @param maxSize of one file, in bytes
   * @param maxFiles of one subject
   * @param extensions without the dot, in lower case
   */
  public record Limits(long maxSize, int maxFiles, List<String> extensions) {}

  /** What may be uploaded, for whoever wants to say so beforehand. */
  public Limits limits() {
    return new Limits(
        settings.maxSize().toBytes(),
        settings.maxFiles(),
        settings.types().stream().sorted().map(FileType::extension).toList());
  }

  /**
   * Takes in a file. Its bytes are written before the row, and swept where the transaction fails.
   *
   * @param subject natural key of the row that it belongs to
   * @param givenName as its owner calls it
   * @param content read to its end or to the limit, not closed
   * @param by person
   * @throws Refusal if it is too big, one too many, of a kind that is not allowed, or not what its
   *     name says
   */
  public Attachment add(String subject, String givenName, InputStream content, String by) {
    var name = FileName.clean(givenName);
    var type = allowedType(name);
    if (attachments.count(subject) >= settings.maxFiles()) {
      throw new Refusal("attachment.too-many", String.valueOf(settings.maxFiles()));
    }
    var id = UUID.randomUUID().toString();
    sweepUnlessCommitted(id);
    var written = folder.write(id, content);
    requireContent(type, name, written);
    var attachment =
        new Attachment(
            id,
            subject,
            name,
            type.mediaType(),
            written.size(),
            written.sha256(),
            by,
            clock.instant());
    attachments.insert(attachment);
    events.publishEvent(new FilesChanged(subject));
    return attachment;
  }

  /** The file with that id. */
  @Transactional(readOnly = true)
  public Attachment get(String id) {
    return attachments.find(id).orElseThrow(() -> new Refusal("attachment.unknown"));
  }

  /** Its bytes; the caller closes them. */
  @Transactional(readOnly = true)
  public InputStream open(String id) {
    return folder.open(get(id).id());
  }

  /** Removes a file; who did it is kept, the bytes are not. */
  public void remove(String id, String by) {
    var file = get(id);
    attachments.delete(file, by, clock.instant());
    events.publishEvent(new FilesChanged(file.subject()));
    after(TransactionSynchronization.STATUS_COMMITTED, id);
  }

  private FileType allowedType(String name) {
    return FileType.of(name)
        .filter(settings.types()::contains)
        .orElseThrow(
            () ->
                new Refusal(
                    "attachment.type",
                    name,
                    limits().extensions().stream().collect(Collectors.joining("、"))));
  }

  private static void requireContent(FileType type, String name, AttachmentFolder.Written file) {
    try {
      if (!type.matches(file.path())) {
        throw new Refusal("attachment.content", name, type.extension());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a file that was just stored cannot be read", unreadable);
    }
  }

  private void sweepUnlessCommitted(String id) {
    after(TransactionSynchronization.STATUS_ROLLED_BACK, id);
    after(TransactionSynchronization.STATUS_UNKNOWN, id);
  }

  private void after(int outcome, String id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == outcome) {
              sweep(id);
            }
          }
        });
  }

  /** Too late to tell anybody: the transaction is over. */
  private void sweep(String id) {
    try {
      folder.delete(id);
    } catch (UncheckedIOException left) {
      LOG.warn("the bytes of file {} are left behind", id, left);
    }
  }
}
