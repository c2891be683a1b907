package vn.camket.audit;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.web.Format;
import vn.camket.platform.web.Texts;

/** A letter in Vietnamese with the head as an attachment, over SMTP; returns when the server has taken it. */
final class MailPost implements AnchorPost {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String MILLISECONDS = "20000";

    /**
     * The way to the mail server.
     *
     * @param security NONE, STARTTLS (which the server must offer) or TLS
     * @param user null for a server that asks for none
     */
    record Server(
            String host, int port, String security, String from, @Nullable String user, @Nullable String password) {}

    private final Server server;
    private final String publicUrl;
    private final Clock clock;

    MailPost(Server server, String publicUrl, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public byte[] send(String target, AnchorLetter letter) throws IOException {
        try {
            var message = new MimeMessage(session());
            message.setFrom(new InternetAddress(server.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(target, true));
            message.setSubject(
                    Texts.text(VIETNAMESE, "audit.anchor.mail.subject", Format.day(letter.day()), letter.size()),
                    StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setContent(new MimeMultipart(words(letter), file(letter)));
            Transport.send(message);
            return new byte[0];
        } catch (MessagingException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private MimeBodyPart words(AnchorLetter letter) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(
                Texts.text(
                        VIETNAMESE,
                        "audit.anchor.mail.text",
                        publicUrl,
                        letter.size(),
                        letter.part("text"),
                        letter.part("key")),
                StandardCharsets.UTF_8.name());
        return part;
    }

    private static MimeBodyPart file(AnchorLetter letter) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new jakarta.activation.DataHandler(new ByteArrayDataSource(letter.json(), "application/json")));
        part.setFileName(letter.fileName());
        return part;
    }

    private Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.put("mail.smtp.starttls.enable", String.valueOf("STARTTLS".equals(server.security())));
        properties.put("mail.smtp.starttls.required", String.valueOf("STARTTLS".equals(server.security())));
        properties.put("mail.smtp.ssl.enable", String.valueOf("TLS".equals(server.security())));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, MILLISECONDS);
        }
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }
}
