package vn.camket.demonstration;

import org.jspecify.annotations.Nullable;
import vn.camket.organization.Headship;
import vn.camket.organization.PersonClass;

/**
 * A person of the demonstration with the one main post of today.
 *
 * @param headship of the unit, if any
 * @param user user name of the accounts file, if the person is in it
 * @param course how far that file wants the person to be; null leaves it to chance
 */
record Person(
        long id,
        String code,
        String name,
        Unit unit,
        String position,
        PersonClass personClass,
        boolean leader,
        boolean policyMaker,
        boolean publicFacing,
        Headship.@Nullable Kind headship,
        @Nullable String user,
        @Nullable Course course) {}
