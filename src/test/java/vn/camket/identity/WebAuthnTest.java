package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebAuthnTest {
    private static final String ORIGIN = "https://camket.example.gov.vn";
    private static final byte[] CHALLENGE =
            HexFormat.of().parseHex("ee7f3b7c07db6225260194c1b17e5374762116a11da2ef21be116ff0ade26b79");
    private static final WebAuthn.Expected EXPECTED = new WebAuthn.Expected(ORIGIN, "camket.example.gov.vn", CHALLENGE);

    private final SoftPasskey passkey = new SoftPasskey(ORIGIN);

    @Test
    void takesAKeyAndWhatItSigns() throws Exception {
        var made = made(passkey.attestation());

        assertThat(made.credential().id()).isEqualTo(passkey.id());
        assertThat(made.credential().key().getEncoded()).isEqualTo(passkey.spki());
        assertThat(signed(0, passkey.sign(CHALLENGE))).isEqualTo(1);
        assertThat(signed(1, passkey.sign(CHALLENGE))).isEqualTo(2);
    }

    @Test
    void refusesAnotherChallengeOriginHostOrCeremony() {
        assertFault(passkey.sign(new byte[32]), WebAuthn.Fault.CHALLENGE);
        passkey.origin = "https://camket.example.gov.vn.evil.example";
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.ORIGIN);
        passkey.origin = "http://camket.example.gov.vn";
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.ORIGIN);
        passkey.origin = ORIGIN;
        passkey.relyingParty = "example.gov.vn";
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.RELYING_PARTY);
        passkey.relyingParty = "camket.example.gov.vn";
        passkey.getType = "webauthn.create";
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.TYPE);
    }

    @Test
    void refusesWhereNobodyIsPresentOrVerified() {
        passkey.flags = SoftPasskey.VERIFIED;
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.NOBODY_PRESENT);
        passkey.flags = SoftPasskey.PRESENT;
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.NOBODY_VERIFIED);
    }

    @Test
    void refusesASignatureOfAnotherKeyOrOverAnotherByte() {
        var good = passkey.sign(CHALLENGE);
        var other = new SoftPasskey(ORIGIN).sign(CHALLENGE);

        assertFault(with(good, other.signature()), WebAuthn.Fault.SIGNATURE);
        assertFault(with(good, new byte[0]), WebAuthn.Fault.SIGNATURE);
        var flipped = good.signature().clone();
        flipped[flipped.length - 1] ^= 1;
        assertFault(with(good, flipped), WebAuthn.Fault.SIGNATURE);
        var counted = good.authenticatorData().clone();
        counted[36]++;
        assertFault(
                new Assertion(good.credentialId(), counted, good.clientData(), good.signature()),
                WebAuthn.Fault.SIGNATURE);
    }

    @Test
    void refusesACountThatDoesNotRise() throws Exception {
        var third = new SoftPasskey(ORIGIN);
        third.count = 2;
        var assertion = third.sign(CHALLENGE);

        assertThat(WebAuthn.signed(EXPECTED, third.spki(), 2, assertion)).isEqualTo(3);
        assertThatThrownBy(() -> WebAuthn.signed(EXPECTED, third.spki(), 3, assertion))
                .hasMessage("COUNTER");
        assertThatThrownBy(() -> WebAuthn.signed(EXPECTED, third.spki(), 9, assertion))
                .hasMessage("COUNTER");
        third.count = -1;
        assertThat(WebAuthn.signed(EXPECTED, third.spki(), 0, third.sign(CHALLENGE)))
                .as("one that does not count")
                .isZero();
    }

    @Test
    void refusesAKeyMadeForSomethingElse() {
        assertThatThrownBy(() -> WebAuthn.made(EXPECTED, clientData("webauthn.get"), passkey.attestation()))
                .hasMessage("TYPE");
        passkey.flags = SoftPasskey.PRESENT;
        assertThatThrownBy(() -> made(passkey.attestation())).hasMessage("NOBODY_VERIFIED");
    }

    @Test
    void whateverIsSentInPlaceOfAKeyIsRefusedAndNoFault() {
        var random = new Random(7);
        var honest = passkey.attestation();
        for (var round = 0; round < 20_000; round++) {
            var bytes = honest.clone();
            for (var change = 0; change <= random.nextInt(3); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
            for (var one : new byte[][] {bytes, cut}) {
                try {
                    made(one);
                } catch (WebAuthn.Failed refused) {
                    assertThat(refused.fault()).isNotNull();
                }
            }
        }
        for (var client : new String[] {"", "{", "[]", "{\"type\":1}", "null", "{\"type\":\"webauthn.get\"}"}) {
            assertThatThrownBy(() -> WebAuthn.made(EXPECTED, client.getBytes(StandardCharsets.UTF_8), honest))
                    .isInstanceOf(WebAuthn.Failed.class);
        }
    }

    @Test
    void readsTheCborOfAuthenticatorsAndNothingLonger() {
        assertThat(Cbor.map(bytes("a2616101616220"))).isEqualTo(Map.of("a", 1L, "b", -1L));
        assertThat(Cbor.map(bytes("a1190100f5"))).isEqualTo(Map.of(256L, true));
        for (var wrong : new String[] {
            "",
            "01",
            "a1",
            "bf0101ff",
            "a2010101",
            "a101f97e00",
            "a101c074",
            "a1015affffffff",
            "a1019bffffffffffffffff",
            "a1018181818181818181818181",
            "a201010101"
        }) {
            assertThatThrownBy(() -> Cbor.map(bytes(wrong))).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesRsaKeysOfAProperSizeAndNoPointOffTheCurve() {
        var modulus = new byte[256];
        java.util.Arrays.fill(modulus, (byte) 0xff);
        var exponent = new byte[] {1, 0, 1};

        assertThatCode(() -> CoseKey.of(rsa(modulus, exponent))).doesNotThrowAnyException();
        assertThatThrownBy(() -> CoseKey.of(rsa(new byte[] {1, 2}, exponent)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CoseKey.of(rsa(new byte[513], exponent))).hasMessage("No number at -1");
        assertThatThrownBy(() -> CoseKey.of(rsa(modulus, new byte[9]))).hasMessage("No number at -2");
        assertThatThrownBy(() -> CoseKey.of(p256(new byte[32], new byte[32]))).hasMessage("Not a point of the curve");
        assertThatThrownBy(() -> CoseKey.of(Map.of(1L, 1L, 3L, -8L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesCoordinatesOfThirtyTwoBytesOnly() {
        var point = ((ECPublicKey) CoseKey.stored(passkey.spki())).getW();
        var x = fixed(point.getAffineX(), 32);
        var y = fixed(point.getAffineY(), 32);

        assertThat(((ECPublicKey) CoseKey.of(p256(x, y))).getW()).isEqualTo(point);
        assertThatThrownBy(() -> CoseKey.of(p256(fixed(point.getAffineX(), 33), y)))
                .hasMessage("No coordinate at -2");
        assertThatThrownBy(() -> CoseKey.of(p256(x, fixed(point.getAffineY(), 1 << 20))))
                .hasMessage("No coordinate at -3");
        assertThatThrownBy(() -> CoseKey.of(p256(new byte[31], y))).hasMessage("No coordinate at -2");
    }

    @Test
    void takesClientDataInEveryLegalForm() throws Exception {
        passkey.writing = data -> data.replace("/", "\\/")
                .replace(":", " : ")
                .replace(" : \\/\\/", ":\\/\\/")
                .replace("webauthn", "web\\u0061uthn")
                .replace("{", "\n{\t\"other_keys_can_be_added_here\":[{\"a\":1.5e3}],");

        var assertion = passkey.sign(CHALLENGE);

        assertThat(signed(0, assertion)).isEqualTo(1);
        assertThat(assertion.challenge()).hasValue(CHALLENGE);
    }

    @Test
    void refusesClientDataThatIsNoObjectOrSaysAThingTwice() {
        var twice = new String(clientData("webauthn.get"), StandardCharsets.UTF_8)
                .replace("}", ",\"origin\":\"" + ORIGIN + "\"}");
        for (var wrong :
                new String[] {"", "[]", "1", "null", "\"text\"", "{", "{} {}", "{'type':1}", "[".repeat(5000), twice}) {
            passkey.writing = data -> wrong;
            var assertion = passkey.sign(CHALLENGE);
            assertFault(assertion, WebAuthn.Fault.FORM);
            assertThat(assertion.challenge()).as(wrong).isEmpty();
        }
        for (var cross : new String[] {"true", "null", "\"false\""}) {
            passkey.writing = data -> data.replace("false", cross);
            assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.ORIGIN);
        }
        passkey.writing = data -> data.replace("\"" + ORIGIN + "\"", "[\"" + ORIGIN + "\"]");
        assertFault(passkey.sign(CHALLENGE), WebAuthn.Fault.ORIGIN);
    }

    private static Map<Object, Object> p256(byte[] x, byte[] y) {
        return Map.of(1L, 2L, 3L, -7L, -1L, 1L, -2L, x, -3L, y);
    }

    private static Map<Object, Object> rsa(byte[] modulus, byte[] exponent) {
        return Map.of(1L, 3L, 3L, -257L, -1L, modulus, -2L, exponent);
    }

    private static byte[] fixed(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var fixed = new byte[length];
        for (var index = 1; index <= Math.min(bytes.length, length); index++) {
            fixed[length - index] = bytes[bytes.length - index];
        }
        return fixed;
    }

    private AuthenticatorData made(byte[] attestation) throws WebAuthn.Failed {
        return WebAuthn.made(EXPECTED, clientData("webauthn.create"), attestation);
    }

    private byte[] clientData(String type) {
        return passkey.clientData(type, Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE));
    }

    private long signed(long count, Assertion assertion) throws WebAuthn.Failed {
        return WebAuthn.signed(EXPECTED, passkey.spki(), count, assertion);
    }

    private void assertFault(Assertion assertion, WebAuthn.Fault fault) {
        assertThatThrownBy(() -> signed(0, assertion))
                .isInstanceOf(WebAuthn.Failed.class)
                .hasMessage(fault.name());
    }

    private static Assertion with(Assertion good, byte[] signature) {
        return new Assertion(good.credentialId(), good.authenticatorData(), good.clientData(), signature);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
