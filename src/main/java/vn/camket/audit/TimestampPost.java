package vn.camket.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Asks a timestamp authority (RFC 3161) for a token over SHA-256 of the head's signed lines. The answer is held against
 * the question (status, hash, nonce); whose certificate signed it is for whoever uses the token to judge.
 */
final class TimestampPost implements AnchorPost {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;

    @Override
    public byte[] send(String target, AnchorLetter letter) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        var question = generator.generate(
                TSPAlgorithms.SHA256, Ledger.sha256(letter.text()), new BigInteger(NONCE_BITS, RANDOM));
        var answer = Posting.post(target, "application/timestamp-query", question.getEncoded());
        try {
            var response = new TimeStampResponse(answer);
            response.validate(question);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("refused: " + response.getStatusString());
            }
            return token.getEncoded();
        } catch (TSPException contrary) {
            throw new IOException("the token does not answer the question: " + contrary.getMessage(), contrary);
        }
    }
}
