package org.xiaohao.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xiaohao.ledger.LedgerItem.WaitsFor;

/**
 * One line of a digest: an item of the ledger, or a task that is none.
 *
 * @param key business key of its instance
 * @param act whose act it waits for
 * @param page page on which to do it; null for none
 */
record Todo(String key, String title, Instant dueAt, WaitsFor act, @Nullable String page) {}
