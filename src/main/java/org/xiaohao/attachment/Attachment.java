package org.xiaohao.attachment;

import java.time.Instant;

/**
 * A file that belongs to the row of another room.
 *
 * @param id random name of its bytes, in the folder and in addresses; says nothing about the file
 * @param subject natural key of the row that it belongs to
 * @param name as its owner called it, cleaned; shown and handed out, never part of a path
 * @param type media type, found by its content
 * @param size in bytes
 * @param sha256 checksum of its bytes, hexadecimal
 * @param uploadedBy person
 */
public record Attachment(
    String id,
    String subject,
    String name,
    String type,
    long size,
    String sha256,
    String uploadedBy,
    Instant uploadedAt) {

  /** Whether it is a picture that every browser shows. */
  public boolean isPicture() {
    return type.startsWith("image/");
  }

  /** Whether a browser shows it by itself, without running anything that it brings along. */
  public boolean isViewable() {
    return isPicture() || type.equals("application/pdf");
  }
}
