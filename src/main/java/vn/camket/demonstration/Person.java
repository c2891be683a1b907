package vn.camket.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Headship;
import vn.camket.organization.PersonClass;

/**
 * A person of the demonstration with one main post.
 *
 * @param since first day of the post
 * @param before the post held until then; null if there was none
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
        LocalDate since,
        @Nullable Person before,
        PersonClass personClass,
        boolean leader,
        boolean policyMaker,
        boolean publicFacing,
        Headship.@Nullable Kind headship,
        @Nullable String user,
        @Nullable Course course) {
    /** The person as of a day, with the post of that day; null before the first post. */
    @Nullable
    Person on(LocalDate day) {
        if (!day.isBefore(since)) {
            return this;
        }
        return before == null ? null : before.on(day);
    }

    /** The same person in an earlier post, that of a specialist without any office. */
    Person from(Unit earlier) {
        return new Person(
                id,
                code,
                name,
                earlier,
                "Chuyên viên",
                earlier.since(),
                null,
                personClass,
                false,
                false,
                false,
                null,
                user,
                course);
    }

    /** The same person with an earlier post, left on the day this one began. */
    Person after(Person earlier, LocalDate moved) {
        return new Person(
                id,
                code,
                name,
                unit,
                position,
                moved,
                earlier,
                personClass,
                leader,
                policyMaker,
                publicFacing,
                headship,
                user,
                course);
    }
}
