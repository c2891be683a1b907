package vn.camket.campaign;

/** A legal document a campaign can rest on. */
public record Basis(long id, String number, String title, boolean inForce) {}
