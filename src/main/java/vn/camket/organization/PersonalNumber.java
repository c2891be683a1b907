package vn.camket.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The keyed hash of one person's citizen number. */
@Entity
@Table(name = "personal_number")
public class PersonalNumber {
    @Id
    @Column(name = "employee_id")
    private Long employeeId;

    private byte[] digest;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected PersonalNumber() {}

    PersonalNumber(long employeeId, byte[] digest, Instant recordedAt) {
        this.employeeId = employeeId;
        this.digest = digest.clone();
        this.recordedAt = recordedAt;
    }

    void replaceBy(byte[] other, Instant at) {
        digest = other.clone();
        recordedAt = at;
    }

    byte[] digest() {
        return digest.clone();
    }
}
