package org.xiaohao.attachment;

/**
 * A file was removed from a row of another room. Published in the transaction that removes it, its
 * bytes still there: whoever listens and refuses keeps it.
 */
public record FileRemoved(Attachment file, String by) {}
