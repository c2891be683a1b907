package vn.camket.identity;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says of a ceremony (CollectedClientData, W3C Web Authentication Level 2, section 5.8.1): JSON of any legal
 * form, in UTF-8. A field that is missing, or is no text, is an empty one here.
 *
 * @param challenge base64url
 * @param crossOrigin whether a frame of another origin asked; anything but a plain "no" counts as yes
 */
record ClientData(String type, String challenge, String origin, boolean crossOrigin) {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** @throws IllegalArgumentException for anything but one object whose names differ */
    static ClientData of(byte[] utf8) {
        try (var parser = PARSERS.createParser(new StringReader(text(utf8)))) {
            var fields = fields(parser);
            return new ClientData(
                    text(fields.get("type")),
                    text(fields.get("challenge")),
                    text(fields.get("origin")),
                    fields.getOrDefault("crossOrigin", JsonValue.FALSE) != JsonValue.FALSE);
        } catch (RuntimeException | CharacterCodingException malformed) { // a plain one for what is nested too deep
            throw new IllegalArgumentException("No client data", malformed);
        }
    }

    private static Map<String, JsonValue> fields(JsonParser parser) {
        if (parser.next() != Event.START_OBJECT) {
            throw new IllegalArgumentException("No object");
        }
        var fields = new HashMap<String, JsonValue>();
        while (parser.next() == Event.KEY_NAME) {
            var name = parser.getString();
            parser.next();
            if (fields.put(name, parser.getValue()) != null) {
                throw new IllegalArgumentException("A name stands twice: " + name);
            }
        }
        if (parser.hasNext()) {
            throw new IllegalArgumentException("More than one object");
        }
        return fields;
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString text ? text.getString() : "";
    }
}
