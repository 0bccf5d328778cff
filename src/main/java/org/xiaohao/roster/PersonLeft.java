package org.xiaohao.roster;

import java.time.LocalDate;

/**
 * A person is no longer in the roster.
 *
 * @param person as the roster named the person last
 * @param on day of the import that does not name the person any more
 */
public record PersonLeft(String campaignId, Person person, LocalDate on) {}
