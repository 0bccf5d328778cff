package org.xiaohao.attachment;

/** A file was added to what has that key, or removed from it. */
public record FilesChanged(String subject) {}
