package vn.camket.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a signature, as it is told to the signer.
 *
 * @param reason null for a superseded one
 * @param by name of the head who decided, or of the signer of a superseded one
 */
public record PledgeEnd(EndKind kind, Instant at, @Nullable String reason, String by) {}
