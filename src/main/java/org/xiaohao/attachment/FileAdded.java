package org.xiaohao.attachment;

/**
 * A file was added to a row of another room. Published in the transaction that adds it: whoever
 * listens and refuses keeps it from being added.
 */
public record FileAdded(Attachment file) {}
