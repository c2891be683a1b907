package vn.camket.pledge;

/** Why a pledge that stands is to be signed again; until that happens it goes on standing. */
public enum AgainReason {
    /** A newer text with other promises asks for it. */
    NEW_TEXT,
    /** The signer was transferred, and the campaign asks for a pledge in the new agency. */
    NEW_AGENCY
}
