package vn.camket.organization;

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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;

/**
 * An agency or unit. Its id never changes meaning; name, kind, parent and path are today's copy of its
 * {@link AgencyVersion}, which keeps what held when. It is never deleted: it is dissolved on a day.
 */
@Entity
@Table(name = "agency")
public class Agency {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable String code;

    @Column(nullable = false)
    private String name;

    @Column(name = "name_folded", nullable = false)
    private String nameFolded;

    @Column(name = "name_key", nullable = false)
    private byte[] nameKey;

    @Enumerated(EnumType.STRING)
    private AgencyKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Agency parent;

    private String path;

    private int depth;

    private @Nullable String place;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "dissolved_on")
    private @Nullable LocalDate dissolvedOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Agency() {}

    /** A new agency; its path is complete only after {@link #settle()}, when the database has given it an id. */
    public Agency(@Nullable String code, String name, AgencyKind kind, @Nullable Agency parent, LocalDate openedOn) {
        this.code = code;
        this.kind = kind;
        this.parent = parent;
        this.openedOn = openedOn;
        this.path = "/";
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.name = VietnameseText.clean(name);
        this.nameFolded = VietnameseText.fold(name);
        this.nameKey = VietnameseText.sortKey(this.name);
    }

    /** Completes the path once the id is known. */
    void settle() {
        path = (parent == null ? "/" : parent.path) + id() + "/";
    }

    void rename(String newName) {
        name = VietnameseText.clean(newName);
        nameFolded = VietnameseText.fold(newName);
        nameKey = VietnameseText.sortKey(name);
    }

    void describe(@Nullable String newCode, AgencyKind newKind, @Nullable String newPlace) {
        code = newCode;
        kind = newKind;
        place = newPlace;
    }

    void moveUnder(@Nullable Agency newParent) {
        parent = newParent;
        depth = newParent == null ? 0 : newParent.depth + 1;
        settle();
    }

    void dissolve(LocalDate on) {
        dissolvedOn = on;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    public String name() {
        return name;
    }

    public AgencyKind kind() {
        return kind;
    }

    public Optional<Agency> parent() {
        return Optional.ofNullable(parent);
    }

    /** Ids from the root to this agency, each between slashes: {@code /1/45/872/}. */
    public String path() {
        return path;
    }

    /** Ids from the root to this agency, itself last. */
    public List<Long> lineage() {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    public int depth() {
        return depth;
    }

    /** Name of the place for the head of official papers ("Lai Châu"). */
    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public Optional<LocalDate> dissolvedOn() {
        return Optional.ofNullable(dissolvedOn);
    }

    public boolean isDissolved() {
        return dissolvedOn != null;
    }

    public int version() {
        return version;
    }
}
