package vn.camket.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Employee;
import vn.camket.platform.VietnameseText;

/**
 * The key with which one person enters. Its stamp changes with password, disabling and roles, and with it every open
 * session ends at its next request. Disabled, never deleted.
 */
@Entity
@Table(name = "account")
public class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "user_name")
    private String userName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "employee_id")
    private @Nullable Employee employee;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "must_change")
    private boolean mustChange;

    @Column(name = "security_stamp")
    private String securityStamp;

    private String language = "vi";

    private String theme = "auto";

    @Column(name = "working_role")
    private @Nullable String workingRole;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** An account without a password: it opens through a one-time link. */
    public Account(String userName, @Nullable Employee employee, String displayName, Instant createdAt) {
        this.userName = normal(userName);
        this.employee = employee;
        this.displayName = VietnameseText.clean(displayName);
        this.createdAt = createdAt;
        this.securityStamp = Secrets.token();
    }

    /** User names compare in NFC and lower case. */
    public static String normal(String userName) {
        return VietnameseText.clean(userName).toLowerCase(Locale.ROOT);
    }

    /** A new password; ends all open sessions. @param temporary whether it must be changed at the next sign-in */
    void setPassword(String hash, boolean temporary) {
        passwordHash = hash;
        mustChange = temporary;
        securityStamp = Secrets.token();
    }

    /** The old password opens nothing any more; ends all open sessions. */
    void voidPassword() {
        passwordHash = null;
        mustChange = false;
        restamp();
    }

    /** Same password, stronger hash: sessions stay. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    /** Ends all open sessions. */
    void restamp() {
        securityStamp = Secrets.token();
    }

    void disable(Instant at) {
        disabledAt = at;
        restamp();
    }

    void enable() {
        disabledAt = null;
    }

    void prefer(String newLanguage, String newTheme) {
        language = newLanguage;
        theme = newTheme;
    }

    void workAs(Role role) {
        workingRole = role.name();
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String userName() {
        return userName;
    }

    public Optional<Employee> employee() {
        return Optional.ofNullable(employee);
    }

    public String displayName() {
        return displayName;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public boolean mustChange() {
        return mustChange;
    }

    public String securityStamp() {
        return securityStamp;
    }

    public String language() {
        return language;
    }

    public String theme() {
        return theme;
    }

    public Optional<Role> workingRole() {
        return Optional.ofNullable(workingRole).map(Role::valueOf);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Whether it opens the door on a day: not disabled, and its person still works here. */
    public boolean isUsable(LocalDate today) {
        return disabledAt == null
                && (employee == null || employee.leftOn().map(today::isBefore).orElse(true));
    }

    /** Whether it opens the door for good: not disabled, and its person leaves on no day written down. */
    public boolean isStaying() {
        return disabledAt == null && (employee == null || employee.leftOn().isEmpty());
    }

    /** Whether its person has chosen a password; until then only a one-time link opens it. */
    public boolean isActivated() {
        return passwordHash != null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
