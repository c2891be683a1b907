package vn.camket.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A legal or Party document with its validity. Never deleted: lessons and campaigns go on citing it. */
@Entity
@Table(name = "legal_document")
public class LegalDocument {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    private String number;

    private String title;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    private String issuer;

    @Column(name = "issued_on")
    private @Nullable LocalDate issuedOn;

    @Column(name = "in_force_from")
    private @Nullable LocalDate inForceFrom;

    @Column(name = "in_force_to")
    private @Nullable LocalDate inForceTo;

    @Enumerated(EnumType.STRING)
    private DocumentStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "superseded_by_id")
    private @Nullable LegalDocument successor;

    private @Nullable String summary;

    @Column(name = "search_folded")
    private String searchFolded;

    @SuppressWarnings("NullAway.Init")
    protected LegalDocument() {}

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    /** Short name by which content files cite it; never shown. */
    public String code() {
        return code;
    }

    /** Number and sign as printed ("Quyết định 1190/QĐ-TLĐ"). */
    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public Optional<String> titleEn() {
        return Optional.ofNullable(titleEn);
    }

    /** Title in the reader's language; Vietnamese where there is no other. */
    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) && titleEn != null ? titleEn : title;
    }

    public String issuer() {
        return issuer;
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    public Optional<LocalDate> inForceFrom() {
        return Optional.ofNullable(inForceFrom);
    }

    /** First day on which it no longer holds; empty while it does or while that is not known. */
    public Optional<LocalDate> inForceTo() {
        return Optional.ofNullable(inForceTo);
    }

    public DocumentStatus status() {
        return status;
    }

    /** What replaced it. */
    public Optional<LegalDocument> successor() {
        return Optional.ofNullable(successor);
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }
}
