package org.xiaohao.attachment;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code xiaohao.attachment.*}.
 *
 * @param folder where the bytes lie; part of every backup
 * @param maxSize of one file
 * @param maxFiles of one subject
 * @param types extensions that may be uploaded, of those that {@link FileType} can tell apart
 */
@ConfigurationProperties("xiaohao.attachment")
record AttachmentProperties(
    @DefaultValue("data/files") Path folder,
    @DefaultValue("20MB") DataSize maxSize,
    @DefaultValue("20") int maxFiles,
    @DefaultValue({
          "pdf", "ofd", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "jpg", "jpeg", "png"
        })
        Set<FileType> types) {}
