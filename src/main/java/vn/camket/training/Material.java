package vn.camket.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that lessons show, known by the hash of its content; never changed, its name is for people only. */
@Entity
@Table(name = "material")
public class Material {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private byte[] sha256;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private long bytes;

    @Column(name = "agency_id")
    private @Nullable Long agencyId;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "uploaded_by")
    private @Nullable Long uploadedBy;

    @SuppressWarnings("NullAway.Init")
    protected Material() {}

    /**
     * @param fileName clean, as people shall see it
     * @param mediaType found in the content, not told by the sender
     */
    Material(MaterialStore.Received file, String fileName, String mediaType, Instant uploadedAt, long uploadedBy) {
        this.sha256 = HexFormat.of().parseHex(file.sha256());
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.bytes = file.bytes();
        this.uploadedAt = uploadedAt;
        this.uploadedBy = uploadedBy;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** 64 hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256);
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public long bytes() {
        return bytes;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    /** Account that brought it; empty for the application itself. */
    public java.util.Optional<Long> uploadedBy() {
        return java.util.Optional.ofNullable(uploadedBy);
    }

    /** Path and name under which it is served, starting at the application's root. */
    public String address() {
        return "/material/" + id() + "/"
                + java.net.URLEncoder.encode(fileName, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }
}
