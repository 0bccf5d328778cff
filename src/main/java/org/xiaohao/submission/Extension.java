package org.xiaohao.submission;

import java.time.LocalDate;

/**
 * A request for more time that nobody has decided yet.
 *
 * @param id surrogate key of its row
 * @param until plan date that is asked for
 */
public record Extension(long id, String itemKey, String askedBy, LocalDate until, String reason) {}
