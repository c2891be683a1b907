package vn.camket.organization;

import java.util.List;

/** Everything about one person. @param main the main post now, or the last one of a person who has left */
public record PersonSheet(Employee employee, Membership main, List<Membership> posts, List<Headship> headships) {}
