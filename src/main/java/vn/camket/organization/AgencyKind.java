package vn.camket.organization;

/** Kinds of agencies; names and kinds change with reforms, so a kind is a label and decides nothing. */
public enum AgencyKind {
    PROVINCE,
    PEOPLES_COMMITTEE,
    DEPARTMENT,
    PARTY_BODY,
    MASS_ORGANIZATION,
    PUBLIC_SERVICE_UNIT,
    COMMUNE,
    WARD,
    SPECIAL_ZONE,
    DIVISION,
    OTHER
}
