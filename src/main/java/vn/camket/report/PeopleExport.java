package vn.camket.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Step;
import vn.camket.organization.Agency;

/** A file of people on its way: what its head says and where reading goes on. */
public final class PeopleExport {
    /** Some rows, and the export from there on. */
    public record Part(List<PersonRow> rows, PeopleExport rest) {}

    private final Agency agency;
    private final Campaign campaign;
    private final PeopleState state;
    private final Optional<Step> step;
    private final String search;
    private final Instant at;
    private final long total;
    private final People.Wanted wanted;
    private final Optional<People.Mark> mark;

    PeopleExport(
            Agency agency,
            Campaign campaign,
            PeopleState state,
            Optional<Step> step,
            String search,
            Instant at,
            long total,
            People.Wanted wanted,
            Optional<People.Mark> mark) {
        this.agency = agency;
        this.campaign = campaign;
        this.state = state;
        this.step = step;
        this.search = search;
        this.at = at;
        this.total = total;
        this.wanted = wanted;
        this.mark = mark;
    }

    PeopleExport at(Optional<People.Mark> next) {
        return new PeopleExport(agency, campaign, state, step, search, at, total, wanted, next);
    }

    public boolean isFinished() {
        return mark.isEmpty();
    }

    public Agency agency() {
        return agency;
    }

    public Campaign campaign() {
        return campaign;
    }

    public PeopleState state() {
        return state;
    }

    /** The step the file is about; empty for the whole campaign. */
    public Optional<Step> step() {
        return step;
    }

    /** Words searched for; empty text when all names are in. */
    public String search() {
        return search;
    }

    /** When the file was begun: its cut-off time. */
    public Instant at() {
        return at;
    }

    public long total() {
        return total;
    }

    People.Wanted wanted() {
        return wanted;
    }

    Optional<People.Mark> mark() {
        return mark;
    }
}
