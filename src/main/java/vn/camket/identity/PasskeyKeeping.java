package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;
import vn.camket.audit.SecretBox;
import vn.camket.organization.Employee;
import vn.camket.platform.NotFound;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Format;

/** One's own passkeys: adding one and removing it, each by an entry of the ledger. */
@ApplicationScoped
@Transactional
public class PasskeyKeeping {
    /** Kind of the ledger entries. */
    public static final String KIND = "PASSKEY";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int VERSION = 1;
    private static final int CHALLENGE = 32;
    private static final int LONGEST_NAME = 100;
    private static final Duration LIFE = Duration.ofMinutes(10);

    @Inject
    Passkeys passkeys;

    @Inject
    RelyingParty relyingParty;

    @Inject
    SigningIn signingIn;

    @Inject
    SignedIn signedIn;

    @Inject
    Accounts accounts;

    @Inject
    SecretBox box;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /**
     * What the browser needs to make a key. Texts are base64url.
     *
     * @param sealed the challenge and its end, for a hidden field
     * @param user handle of the account, which names nobody
     * @param known credentials that need not be made again
     */
    public record Offer(String sealed, String challenge, String relyingParty, String user, List<String> known) {}

    /** Whether passkeys can be used at the installation's public address. */
    public boolean isPossible() {
        return relyingParty.isPossible();
    }

    /** Those in use, the oldest first. */
    public List<Passkey> own() {
        return passkeys.of(signedIn.accountId());
    }

    public Offer offer() {
        var challenge = Secrets.bytes(CHALLENGE);
        var until = clock.instant().plus(LIFE).getEpochSecond();
        var content = ByteBuffer.allocate(CHALLENGE + 8).put(challenge).putLong(until);
        var user = Ledger.sha256(("passkey-user:" + signedIn.accountId()).getBytes(StandardCharsets.UTF_8));
        return new Offer(
                base64(box.seal(context(), content.array())),
                base64(challenge),
                relyingParty.id(),
                base64(Arrays.copyOf(user, 16)),
                own().stream().map(Passkey::credential).toList());
    }

    /**
     * Adds the key that the browser has made. The same form sent twice adds it once.
     *
     * @param sealed of the {@link Offer}
     * @param name by which its owner knows it; empty for the day of today
     * @throws vn.camket.platform.Refusal PASSKEY_WRONG for an answer that does not fit the offer, or comes more than ten
     *     minutes after it; PASSKEY_TAKEN; the reasons of {@link SigningIn#proveAgain}
     */
    public void add(String sealed, String name, String password, byte[] clientData, byte[] attestation) {
        var made = made(challenge(sealed), clientData, attestation);
        var before = passkeys.byCredential(made.id());
        if (before.isPresent()) {
            refuseUnlessSame(before.get());
            return;
        }
        signingIn.proveAgain(password);
        var account = accounts.locked(signedIn.accountId());
        var stored = passkeys.byCredential(made.id());
        if (stored.isPresent()) {
            refuseUnlessSame(stored.get());
            return;
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var spki = made.key().getEncoded();
        var fields = fields("ADDED", account, base64(made.id()), spki);
        fields.put("algorithm", algorithm(made.key()));
        fields.put("spki", Base64.getEncoder().encodeToString(spki));
        var named = VietnameseText.clean(name);
        passkeys.add(new Passkey(
                account,
                made.id(),
                spki,
                made.count(),
                named.isEmpty() ? Format.dayOf(at) : named.substring(0, Math.min(named.length(), LONGEST_NAME)),
                at,
                ledger.write(KIND, fields)));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Made(byte[] id, PublicKey key, long count) {}

    private Made made(byte[] challenge, byte[] clientData, byte[] attestation) {
        try {
            var data = WebAuthn.made(relyingParty.expecting(challenge), clientData, attestation);
            var credential = java.util.Objects.requireNonNull(data.credential());
            return new Made(credential.id(), credential.key(), data.signCount());
        } catch (WebAuthn.Failed failed) {
            throw IdentityRefusal.PASSKEY_WRONG.with();
        }
    }

    private void refuseUnlessSame(Passkey found) {
        if (found.account().id() != signedIn.accountId() || found.isRemoved()) {
            throw IdentityRefusal.PASSKEY_TAKEN.with();
        }
    }

    /**
     * Removes a key of one's own. What it signed stays good. Removed before, nothing happens.
     *
     * @throws NotFound when it is none of one's own
     * @throws vn.camket.platform.Refusal the reasons of {@link SigningIn#proveAgain}
     */
    public void remove(long id, String password) {
        var passkey = passkeys.byId(signedIn.accountId(), id).orElseThrow(NotFound::new);
        if (passkey.isRemoved()) {
            return;
        }
        signingIn.proveAgain(password);
        passkeys.lock(passkey);
        if (!passkey.isRemoved()) {
            passkey.remove(clock.instant(), removal(passkey));
        }
    }

    private LedgerEntry removal(Passkey passkey) {
        return ledger.write(KIND, fields("REMOVED", passkey.account(), passkey.credential(), passkey.spki()));
    }

    private Map<String, @Nullable Object> fields(String act, Account account, String credential, byte[] spki) {
        var owner = new LinkedHashMap<String, @Nullable Object>();
        owner.put("employee_code", account.employee().map(Employee::code).orElse(null));
        owner.put("full_name", account.displayName());
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put("act", act);
        fields.put("owner", owner);
        fields.put("credential", credential);
        fields.put("key", HexFormat.of().formatHex(Ledger.sha256(spki)));
        fields.put("at", MOMENT.format(clock.instant()));
        fields.put("nonce", Secrets.token());
        return fields;
    }

    private static String algorithm(PublicKey key) {
        return "EC".equals(key.getAlgorithm()) ? "ES256" : "RS256";
    }

    private byte[] challenge(String sealed) {
        var content = box.open(context(), decoded(sealed)).orElseThrow(NotFound::new);
        var until = ByteBuffer.wrap(content).getLong(CHALLENGE);
        if (clock.instant().getEpochSecond() >= until) {
            throw IdentityRefusal.PASSKEY_WRONG.with();
        }
        return Arrays.copyOf(content, CHALLENGE);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new NotFound();
        }
    }

    private String context() {
        return "passkey-offer:" + signedIn.accountId();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
