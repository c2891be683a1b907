package vn.camket.organization.web;

import java.io.Serializable;

/** An agency in a picker. @param label its name, with the one above it where that tells them apart */
public record AgencyChoice(long id, String label) implements Serializable {}
