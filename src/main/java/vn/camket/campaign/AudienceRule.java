package vn.camket.campaign;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.organization.PersonClass;

/** Who takes part: the people of an agency and below, of some classes, leaders or not. A person meant by any rule does. */
@Entity
@Table(name = "audience_rule")
public class AudienceRule {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id")
    private Campaign campaign;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @Column(name = "person_classes")
    private String personClasses;

    @Enumerated(EnumType.STRING)
    private Leaders leaders;

    @SuppressWarnings("NullAway.Init")
    protected AudienceRule() {}

    /** @param classes empty means all */
    AudienceRule(Campaign campaign, Agency agency, Set<PersonClass> classes, Leaders leaders) {
        this.campaign = campaign;
        this.agency = agency;
        this.personClasses = classes.size() == PersonClass.values().length
                ? ""
                : classes.stream().sorted().map(Enum::name).collect(joining(","));
        this.leaders = leaders;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Agency agency() {
        return agency;
    }

    /** Classes that are meant; empty means all. */
    public Set<PersonClass> classes() {
        return personClasses.isEmpty()
                ? EnumSet.noneOf(PersonClass.class)
                : Arrays.stream(personClasses.split(","))
                        .map(PersonClass::valueOf)
                        .collect(toCollection(() -> EnumSet.noneOf(PersonClass.class)));
    }

    public Leaders leaders() {
        return leaders;
    }

    /** Whether a person is meant. @param path of the agency of the person's main post */
    public boolean includes(String path, PersonClass personClass, boolean leader) {
        return path.startsWith(agency.path())
                && (personClasses.isEmpty() || classes().contains(personClass))
                && leaders.includes(leader);
    }

    boolean sameAs(AudienceRule other) {
        return agency.id() == other.agency.id()
                && personClasses.equals(other.personClasses)
                && leaders == other.leaders;
    }
}
