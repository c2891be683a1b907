package vn.camket.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The public log keys, as the KEY entries of the ledger itself tell them. */
final class VerifyingKeys {
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    static VerifyingKeys read(Connection connection) throws SQLException {
        var read = new VerifyingKeys();
        try (var query = connection.createStatement();
                var row = query.executeQuery(
                        """
                        select k.id, k.made_entry, e.record
                        from signing_key k left join ledger_entry e on e.id = k.made_entry
                        where k.purpose = 'LOG'
                        """)) {
            while (row.next()) {
                read.add(row.getString(1), row.getLong(2), row.getBytes(3));
            }
        }
        return read;
    }

    void put(String id, PublicKey key) {
        keys.put(id, key);
    }

    private void add(String id, long entry, byte[] record) {
        try {
            var fields = CanonicalRecord.read(record);
            var spki = Base64.getDecoder().decode(String.valueOf(fields.get("spki")));
            if (id.equals(fields.get("key")) && id.equals(LogText.hex(Ledger.sha256(spki)))) {
                keys.put(id, KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
                return;
            }
        } catch (IllegalArgumentException | NullPointerException | GeneralSecurityException damaged) {
            // said below
        }
        findings.add(new Finding(LedgerFault.KEY_FALSE, null, entry, id));
    }

    List<Finding> findings() {
        return findings;
    }

    boolean isSigned(String keyId, String text, byte[] signature) {
        var key = keys.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(LogText.bytes(text));
            return check.verify(signature);
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }
}
