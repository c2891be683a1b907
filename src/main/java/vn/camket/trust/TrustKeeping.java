package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.camket.audit.KeyKeeping;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Denied;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.platform.access.SecondProof;

/**
 * Keeping the list of certification authorities. Whoever is on it can vouch for anybody's
 * signature, so each change needs the whole installation as scope and the password once more.
 */
@ApplicationScoped
public class TrustKeeping {
    private static final int LONGEST_REASON = 500;
    private static final int LARGEST_LIST = 10 * 1_048_576;

    @Inject
    TrustRows rows;

    @Inject
    Revocations revocations;

    @Inject
    TrustChanges changes;

    @Inject
    KeyKeeping keeping;

    @Inject
    SecondProof proof;

    @Inject
    Clock clock;

    /** Every authority that is or was on the list. */
    @Requires(Permission.KEEP_LEDGER)
    public List<TrustedCertificate> all() {
        requireWhole();
        return rows.all();
    }

    /** The newest list of revoked certificates of each authority in use. */
    @Requires(Permission.KEEP_LEDGER)
    public List<ListSummary> lists() {
        requireWhole();
        return rows.newestLists();
    }

    /**
     * What is in a file, to be compared before it is added.
     *
     * @throws vn.camket.platform.Refusal FILE_MISSING, NO_CERTIFICATE, NOT_AN_AUTHORITY, LISTED_ALREADY
     */
    @Requires(Permission.KEEP_LEDGER)
    public AuthorityCertificate look(byte[] file) {
        requireWhole();
        var authority = AuthorityCertificate.in(file, clock.instant());
        var sha256 = X509Files.fingerprint(authority.certificate());
        if (rows.all().stream().anyMatch(row -> row.isListed() && row.sha256().equals(sha256))) {
            throw TrustRefusal.LISTED_ALREADY.with();
        }
        return authority;
    }

    /**
     * Takes an authority into the list.
     *
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal as {@link #look}; the reasons of the proof
     */
    @Requires(Permission.KEEP_LEDGER)
    public void add(byte[] file, String password) {
        var authority = look(file);
        proof.proveAgain(password);
        rows.add(authority);
        changes.happened();
    }

    /**
     * Takes an authority off the list. What was accepted before stays.
     *
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal REASON_MISSING, CHANGED_MEANWHILE; the reasons of the proof
     */
    @Requires(Permission.KEEP_LEDGER)
    public void remove(long id, String reason, String password) {
        requireWhole();
        var said = VietnameseText.clean(reason);
        if (said.isEmpty()) {
            throw TrustRefusal.REASON_MISSING.with();
        }
        proof.proveAgain(password);
        rows.end(id, said.substring(0, Math.min(said.length(), LONGEST_REASON)));
        changes.happened();
    }

    /**
     * Takes in a list of revoked certificates. It carries the authority's own signature and needs no password.
     *
     * @throws vn.camket.platform.Refusal FILE_MISSING, FILE_TOO_LARGE, NO_REVOCATION_LIST, REVOCATION_LIST_FOREIGN;
     *     REVOCATION_LIST_OLD for one that is overdue or no newer than the one at hand
     */
    @Requires(Permission.KEEP_LEDGER)
    public void addList(byte[] file) {
        requireWhole();
        if (file.length == 0) {
            throw TrustRefusal.FILE_MISSING.with();
        }
        if (file.length > LARGEST_LIST) {
            throw TrustRefusal.FILE_TOO_LARGE.with(file.length / 1_048_576 + 1, LARGEST_LIST / 1_048_576);
        }
        var read = X509Files.listIn(file).orElseThrow(TrustRefusal.NO_REVOCATION_LIST::with);
        var list = new RevocationList(read);
        var authority = rows.all().stream()
                .filter(row -> row.isListed() && list.isBy(row.certificate()))
                .findFirst()
                .orElseThrow(TrustRefusal.REVOCATION_LIST_FOREIGN::with);
        var older = rows.newestLists().stream()
                .filter(kept -> kept.authorityId() == authority.id())
                .allMatch(kept -> kept.madeAt().isBefore(list.made()));
        if (!older || !list.isUnderstood() || !list.isFresh(clock.instant(), revocations.longest())) {
            throw TrustRefusal.REVOCATION_LIST_OLD.with(list.made());
        }
        rows.add(authority, list, X509Files.der(read));
        changes.happened();
    }

    private void requireWhole() {
        if (!keeping.mayKeep()) {
            throw new Denied();
        }
    }
}
