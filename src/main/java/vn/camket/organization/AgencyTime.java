package vn.camket.organization;

import vn.camket.platform.Period;

/** What an agency was called and where it stood between two days. @param parentName empty at the top */
public record AgencyTime(Period period, String name, AgencyKind kind, String parentName) {}
