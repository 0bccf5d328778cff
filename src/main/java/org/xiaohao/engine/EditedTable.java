package org.xiaohao.engine;

import java.nio.file.Path;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.FileSystemResource;

/** A decision table that the office edited, under the name of the one whose place it takes. */
final class EditedTable extends FileSystemResource implements ContextResource {

  private final String name;

  EditedTable(Path file, String name) {
    super(file);
    this.name = name;
  }

  @Override
  public String getPathWithinContext() {
    return name;
  }
}
