package org.xiaohao.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The things of one kind in a phase, counted.
 *
 * @param kindId id of the plan's entry ({@code essay})
 * @param title title of one of them
 * @param planned how many have not begun
 * @param first earliest plan date among them
 * @param last latest plan date among them
 * @param firstOpen earliest plan date of what is not settled; null where all is
 * @param lastOpen latest plan date of what is not settled; null where all is
 */
public record LedgerKind(
    String phaseId,
    String room,
    String kindId,
    String title,
    int items,
    int done,
    int open,
    int planned,
    LocalDate first,
    LocalDate last,
    @Nullable LocalDate firstOpen,
    @Nullable LocalDate lastOpen) {}
