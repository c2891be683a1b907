package vn.camket.trust;

import java.time.Instant;
import java.util.Optional;

/** What is known of a certificate's revocation. */
sealed interface RevocationState {
    /** @param source where it is known from ("CRL", "OCSP"); @param asOf when that was made */
    record Good(String source, Instant asOf) implements RevocationState {}

    /** @param since from when on it does not hold */
    record Revoked(String source, Instant since) implements RevocationState {}

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

    /** Revoked, if from a moment on that is not after the one that counts. */
    static RevocationState since(String source, Instant asOf, Optional<Instant> revoked, Instant at) {
        return revoked.filter(since -> !since.isAfter(at))
                .<RevocationState>map(since -> new Revoked(source, since))
                .orElseGet(() -> new Good(source, asOf));
    }
}
