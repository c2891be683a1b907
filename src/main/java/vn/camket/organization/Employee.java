package vn.camket.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;

/**
 * A person who works for the state, for life: posts come and go as {@link Membership}s. Holds no citizen number and no
 * Party membership.
 */
@Entity
@Table(name = "employee")
public class Employee {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "family_and_middle")
    private String familyAndMiddle;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "name_key")
    private byte[] nameKey;

    @Column(name = "name_folded")
    private String nameFolded;

    @Enumerated(EnumType.STRING)
    @Column(name = "person_class")
    private PersonClass personClass;

    private boolean leader;

    @Column(name = "policy_maker")
    private boolean policyMaker;

    @Column(name = "public_facing")
    private boolean publicFacing;

    /** Rises with every change of posts and headships, so that two of them at once collide on {@link #version()}. */
    @Column(name = "post_changes")
    private int postChanges;

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @Column(name = "left_on")
    private @Nullable LocalDate leftOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Employee() {}

    /**
     * @param code personnel code, unique, compared byte by byte
     * @param fullName family, middle and given names in Vietnamese order; the last word is taken as the given name
     */
    public Employee(String code, String fullName, PersonClass personClass, LocalDate joinedOn) {
        this.code = VietnameseText.clean(code);
        this.personClass = personClass;
        this.joinedOn = joinedOn;
        var cleaned = VietnameseText.clean(fullName);
        if (this.code.isEmpty() || cleaned.isEmpty()) {
            throw new IllegalArgumentException("An employee has a code and a name: " + code + ", " + fullName);
        }
        this.fullName = cleaned;
        this.givenName = cleaned.substring(cleaned.lastIndexOf(' ') + 1);
        this.familyAndMiddle = cleaned.contains(" ") ? cleaned.substring(0, cleaned.lastIndexOf(' ')) : "";
        this.nameFolded = VietnameseText.fold(cleaned);
        this.nameKey = PersonName.sortKey(cleaned);
    }

    public void rename(String newName) {
        var renamed = new Employee(code, newName, personClass, joinedOn);
        fullName = renamed.fullName;
        givenName = renamed.givenName;
        familyAndMiddle = renamed.familyAndMiddle;
        nameFolded = renamed.nameFolded;
        nameKey = renamed.nameKey;
    }

    public void classify(PersonClass newClass, boolean isLeader, boolean isPolicyMaker, boolean isPublicFacing) {
        personClass = newClass;
        leader = isLeader;
        policyMaker = isPolicyMaker;
        publicFacing = isPublicFacing;
    }

    void touch() {
        postChanges++;
    }

    void leave(LocalDate on) {
        leftOn = on;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String code() {
        return code;
    }

    public String fullName() {
        return fullName;
    }

    public String givenName() {
        return givenName;
    }

    public String nameFolded() {
        return nameFolded;
    }

    public PersonClass personClass() {
        return personClass;
    }

    public boolean isLeader() {
        return leader;
    }

    public boolean isPolicyMaker() {
        return policyMaker;
    }

    public boolean isPublicFacing() {
        return publicFacing;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public Optional<LocalDate> leftOn() {
        return Optional.ofNullable(leftOn);
    }

    public int version() {
        return version;
    }
}
