package vn.camket.trust;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The signature that somebody put into a file: where its range of bytes lies and what stands in the gap (ISO 32000-1,
 * 12.8.1).
 *
 * @param dictionary that names it
 * @param contents bytes in the gap, with the zeros behind them
 * @param gapFrom first byte of the gap, {@code gapEnd} the byte after its last
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record AddedSignature(PdfValue.Dictionary dictionary, byte[] contents, int gapFrom, int gapEnd) {
    private static final String KEY = "/Contents";

    /**
     * @param place of the object that holds the signature
     * @param issued length of the file that was issued
     * @throws vn.camket.platform.Refusal RANGE_WRONG unless everything but the gap for the signature is covered
     */
    static AddedSignature of(byte[] file, PdfValue.Dictionary dictionary, int place, int issued) {
        if (!(dictionary.get("ByteRange") instanceof PdfValue.Row range)
                || range.elements().size() != 4
                || !(dictionary.get("Contents") instanceof PdfValue.Text text)) {
            throw TrustRefusal.RANGE_WRONG.with();
        }
        var numbers = range.elements().stream().mapToInt(AddedSignature::whole).toArray();
        var gapFrom = numbers[1];
        var gapEnd = numbers[2];
        if (numbers[0] != 0
                || gapFrom < Math.max(issued, place) + KEY.length()
                || gapEnd < gapFrom + 2
                || gapEnd >= file.length
                || numbers[3] != file.length - gapEnd
                || !isAfterKey(file, gapFrom)) {
            throw TrustRefusal.RANGE_WRONG.with();
        }
        return new AddedSignature(dictionary, inGap(file, gapFrom, gapEnd, text), gapFrom, gapEnd);
    }

    private static int whole(PdfValue number) {
        return number instanceof PdfValue.Numeral numeral
                        && numeral.value() == Math.rint(numeral.value())
                        && numeral.value() >= 0
                        && numeral.value() < Integer.MAX_VALUE
                ? (int) numeral.value()
                : -1;
    }

    private static boolean isAfterKey(byte[] file, int gap) {
        var at = gap;
        while (at > 0 && PdfReader.isBlank(file[at - 1])) {
            at--;
        }
        return new PdfReader(file, at - KEY.length(), file.length).isNext(KEY);
    }

    /** The gap holds one hexadecimal string from end to end, and it is the one that the dictionary names. */
    private static byte[] inGap(byte[] file, int from, int end, PdfValue.Text named) {
        if (file[from] != '<' || file[end - 1] != '>') {
            throw TrustRefusal.RANGE_WRONG.with();
        }
        try {
            var hexadecimal = new String(file, from + 1, end - from - 2, java.nio.charset.StandardCharsets.US_ASCII);
            var bytes = HexFormat.of().parseHex(hexadecimal);
            if (!named.bytes().equals(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))) {
                throw TrustRefusal.RANGE_WRONG.with();
            }
            return bytes;
        } catch (IllegalArgumentException notHexadecimal) {
            throw TrustRefusal.RANGE_WRONG.with();
        }
    }

    /** Everything that was signed. */
    byte[] covered(byte[] file) {
        var covered = Arrays.copyOf(file, file.length - (gapEnd - gapFrom));
        System.arraycopy(file, gapEnd, covered, gapFrom, file.length - gapEnd);
        return covered;
    }

    /** How the signature was made: adbe.pkcs7.detached, ETSI.CAdES.detached, or another. */
    String form() {
        return dictionary.get("SubFilter") instanceof PdfValue.Name name ? name.text() : "";
    }
}
