package org.xiaohao.rectification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.xiaohao.attachment.Attachment;

/**
 * What shows that a problem is rectified.
 *
 * @param number from 1 within its problem
 * @param before how it was; may be empty where files show it
 * @param after how it is now; may be empty where files show it
 * @param files a line per file that was handed in with it: checksum, blank, name
 */
public record Evidence(
    int number,
    String submittedBy,
    Instant submittedAt,
    String before,
    String after,
    String files) {

  /** How a file is named, here and in the trail. */
  static String line(Attachment file) {
    return file.sha256() + " " + file.name();
  }

  static String lines(Collection<Attachment> files) {
    return files.stream().map(Evidence::line).collect(Collectors.joining("\n"));
  }

  List<String> fileLines() {
    return files.lines().toList();
  }

  static String checksum(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  /** Names of the files. */
  public List<String> fileNames() {
    return fileLines().stream().map(Evidence::name).toList();
  }

  static String name(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  /** Whether it says the same in words. */
  boolean says(String before, String after) {
    return this.before.equals(before) && this.after.equals(after);
  }
}
