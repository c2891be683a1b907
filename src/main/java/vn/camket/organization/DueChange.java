package vn.camket.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A move or a leaving whose day has come and that is no fact yet. Made by {@link DueChanges}, never by hand. */
@Entity
@Table(name = "due_change")
class DueChange {
    @Id
    private long id;

    @Column(name = "employee_id")
    private long employeeId;

    @Column(name = "membership_id")
    private @Nullable Long membershipId;

    @Column(name = "tried_at")
    private @Nullable Instant triedAt;

    protected DueChange() {}

    long employeeId() {
        return employeeId;
    }

    /** The post that began; empty for a leaving. */
    Optional<Long> membershipId() {
        return Optional.ofNullable(membershipId);
    }

    void tried(Instant at) {
        triedAt = at;
    }
}
