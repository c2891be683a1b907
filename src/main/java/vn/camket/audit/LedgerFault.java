package vn.camket.audit;

/** What a verification can find wrong. */
public enum LedgerFault {
    /** The bytes of a record are not those whose hash is in the log. */
    RECORD_CHANGED,
    /** A record stands in the place of another, hashes and all. */
    RECORD_REPLACED,
    /** The hashes stored beside a record were changed; record and log are good. */
    HASH_CHANGED,
    /** The record of a leaf is gone. */
    ENTRY_MISSING,
    /** The hash of a leaf was changed; record and tiles are good. */
    LEAF_CHANGED,
    /** A leaf was put in another's place. */
    LEAF_MOVED,
    /** A leaf is gone. */
    LEAF_MISSING,
    /** A tile was changed. */
    TILE_CHANGED,
    /** A tile is gone or was cut short. */
    TILE_MISSING,
    /** A signed head was taken out. */
    HEAD_MISSING,
    /** A head was changed: its signature does not fit. */
    HEAD_CHANGED,
    /** A head that was signed has another root than the leaves below it. */
    TREE_CHANGED,
    /** The signature of a receipt does not fit, or was taken away. */
    RECEIPT_FALSE,
    /** An entry is neither in the log nor in its queue. */
    NOT_IN_LOG,
    /** The queue holds another hash than the entry has, or an entry that is a leaf already. */
    QUEUE_FALSE,
    /** The log key's own entry does not fit the key. */
    KEY_FALSE,
    /** Signed by a key after the entry that ended it. */
    KEY_ENDED,
    /** The audit trail of a day is not the one whose digest is in the log. */
    TRAIL_CHANGED,
    /** The copy outside the database has leaves that the database has not. */
    BEHIND_COPY,
    /** The copy outside the database has another leaf in this place. */
    UNLIKE_COPY
}
