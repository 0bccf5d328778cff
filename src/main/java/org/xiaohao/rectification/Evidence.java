package org.xiaohao.rectification;

import java.time.Instant;

/**
 * What shows that a problem is rectified.
 *
 * @param number from 1 within its problem
 * @param before how it was; may be empty where files show it
 * @param after how it is now; may be empty where files show it
 * @param files a line per file that belonged to the problem then: checksum, blank, name
 */
public record Evidence(
    int number,
    String submittedBy,
    Instant submittedAt,
    String before,
    String after,
    String files) {}
