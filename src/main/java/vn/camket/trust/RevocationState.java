package vn.camket.trust;

import java.time.Instant;
import java.util.Optional;

/** What is known of a certificate's revocation. */
sealed interface RevocationState {
    /** @param source where it is known from ("CRL", "OCSP"); @param asOf when that was made */
    record Good(String source, Instant asOf) implements RevocationState {}

    /**
     * @param since from when on it does not hold
     * @param asOf when that was made
     * @param held only suspended (certificateHold, RFC 5280, 5.3.1): the one kind that may be taken back
     */
    record Revoked(String source, Instant since, Instant asOf, boolean held) implements RevocationState {}

    /** @param why nothing is known: for the records */
    record Unknown(String why) implements RevocationState {}

    /** Where states are known from. */
    interface Source {
        /**
         * @param issuer whose key signed the certificate
         * @param at moment that counts: what is revoked later was good then
         */
        RevocationState of(
                java.security.cert.X509Certificate certificate, java.security.cert.X509Certificate issuer, Instant at);

        /** What this source and another say together; see {@link RevocationState#both}. */
        default Source and(Source other) {
            return (certificate, issuer, at) -> both(of(certificate, issuer, at), other.of(certificate, issuer, at));
        }

        /** This source, or where it knows nothing, another. */
        default Source or(Source other) {
            return (certificate, issuer, at) -> {
                var state = of(certificate, issuer, at);
                if (!(state instanceof Unknown unknown)) {
                    return state;
                }
                var second = other.of(certificate, issuer, at);
                return second instanceof Unknown more ? new Unknown(unknown.why() + "; " + more.why()) : second;
            };
        }
    }

    /**
     * What two answers about one certificate come to. Revoked wins, for ever; of suspended and good, and of two that say the
     * same, the younger counts.
     */
    static RevocationState both(RevocationState one, RevocationState other) {
        if (one instanceof Unknown unknown) {
            return other instanceof Unknown more ? new Unknown(unknown.why() + "; " + more.why()) : other;
        }
        if (other instanceof Unknown) {
            return one;
        }
        if (isFinal(one) || isFinal(other)) {
            return isFinal(one) ? one : other;
        }
        var order = asOf(one).compareTo(asOf(other));
        return order > 0 || (order == 0 && one instanceof Revoked) ? one : other;
    }

    private static boolean isFinal(RevocationState state) {
        return state instanceof Revoked revoked && !revoked.held();
    }

    private static Instant asOf(RevocationState state) {
        return state instanceof Good good ? good.asOf() : ((Revoked) state).asOf();
    }

    /** Revoked, if from a moment on that is not after the one that counts. */
    static RevocationState since(String source, Instant asOf, Optional<Instant> revoked, boolean held, Instant at) {
        return revoked.filter(since -> !since.isAfter(at))
                .<RevocationState>map(since -> new Revoked(source, since, asOf, held))
                .orElseGet(() -> new Good(source, asOf));
    }
}
