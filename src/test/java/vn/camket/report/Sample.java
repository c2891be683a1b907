package vn.camket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Enrolment;
import vn.camket.organization.Agency;
import vn.camket.organization.AgencyKind;

/** Named samples of reports. */
public final class Sample {
    private static final LocalDate OPENS = LocalDate.of(2026, 9, 29);

    private Sample() {}

    public static PeopleExport export(long total) {
        var agency = new Agency("H35.2", "Sở Nội vụ", AgencyKind.DEPARTMENT, null, OPENS);
        var at = Instant.parse("2026-11-24T03:30:00Z");
        var campaign =
                new Campaign(agency, "Nói không với tiêu cực", "Đợt năm 2026", OPENS, LocalDate.of(2026, 12, 29), at);
        var wanted = new People.Wanted(
                agency,
                campaign,
                PeopleState.NOT_DONE,
                null,
                List.of("dang"),
                PeopleSort.NAME,
                total,
                LocalDate.of(2026, 11, 24));
        return new PeopleExport(
                agency,
                campaign,
                PeopleState.NOT_DONE,
                Optional.empty(),
                "Đặng",
                at,
                total,
                wanted,
                Optional.of(People.Mark.START));
    }

    public static PersonRow person(String name, String position) {
        return new PersonRow(
                1,
                name,
                position,
                2,
                "Văn phòng",
                Enrolment.State.ACTIVE,
                Optional.empty(),
                LocalDate.of(2026, 10, 20),
                35,
                false,
                Optional.of(Instant.parse("2026-10-01T18:00:00Z")),
                Optional.empty(),
                Optional.empty());
    }
}
