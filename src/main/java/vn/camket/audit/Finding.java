package vn.camket.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with the ledger.
 *
 * @param leafIndex place in the log, from 0
 * @param entryId of ledger_entry
 * @param detail what else helps to find it: a tile, a head, a day
 */
public record Finding(LedgerFault fault, @Nullable Long leafIndex, @Nullable Long entryId, @Nullable String detail) {}
