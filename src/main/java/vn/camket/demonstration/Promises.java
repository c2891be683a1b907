package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.VietnameseText;
import vn.camket.pledge.PledgeContent;

/** Personal commitments as people of a post would choose them from the library, a few in their own words. */
final class Promises {
    private record Source(String code, String wording, StepAudience audience, @Nullable String phrase) {}

    private static final List<String> OWN = Table.sentences("COMMITMENT");

    private final List<Source> sources = new ArrayList<>();
    private final Random chance;

    Promises(Connection connection, Random chance) throws SQLException {
        this.chance = chance;
        try (var query = connection.createStatement();
                var result = query.executeQuery(
                        """
                        select s.code, s.wording, s.audience, p.phrase from commitment_source s
                        left join commitment_position p on p.source_id = s.id order by s.id, p.phrase
                        """)) {
            while (result.next()) {
                sources.add(new Source(
                        result.getString(1),
                        result.getString(2),
                        StepAudience.valueOf(result.getString(3)),
                        result.getString(4)));
            }
        }
    }

    /** None to three, those for the person's own post first. */
    List<PledgeContent.Commitment> of(Person person) {
        var fitting = fitting(person);
        var many = chance.nextInt(10) < 2 ? 0 : 1 + chance.nextInt(2);
        var from = fitting.isEmpty() ? 0 : chance.nextInt(Math.min(fitting.size(), 4));
        var promises = new ArrayList<>(fitting.subList(from, Math.min(fitting.size(), from + many)));
        if (chance.nextInt(12) == 0) {
            promises.add(new PledgeContent.Commitment(null, OWN.get(chance.nextInt(OWN.size()))));
        }
        return promises;
    }

    private List<PledgeContent.Commitment> fitting(Person person) {
        var post = " " + VietnameseText.fold(person.position()) + " ";
        var own = new ArrayList<PledgeContent.Commitment>();
        var general = new ArrayList<PledgeContent.Commitment>();
        for (var source : sources) {
            if (source.audience().includes(person.leader(), person.policyMaker())) {
                var into = source.phrase() == null ? general : own;
                var one = new PledgeContent.Commitment(source.code(), source.wording());
                if ((source.phrase() == null || post.contains(" " + source.phrase() + " ")) && !into.contains(one)) {
                    into.add(one);
                }
            }
        }
        own.addAll(general);
        return own;
    }
}
