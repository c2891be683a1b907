package vn.camket.pledge;

import java.util.Optional;

/**
 * A template in the list.
 *
 * @param newest its newest text, published or draft
 * @param owner name of the agency that keeps it; empty for one that came with the application
 * @param campaigns how many campaigns ask for it
 * @param clauses of the newest text, for all audiences
 */
public record PledgeTemplateLine(PledgeText newest, Optional<String> owner, long campaigns, long clauses) {}
