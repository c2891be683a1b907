package vn.camket.pledge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.pledge.CommitmentGrade;
import vn.camket.pledge.Grading;

/** The ratings in a form that has a group of fields for each commitment: {@code grade-7}, {@code reason-7}. */
final class PostedGrades {
    private PostedGrades() {}

    static List<Grading> of(HttpServletRequest request) {
        return Collections.list(request.getParameterNames()).stream()
                .filter(name -> name.matches("reason-[0-9]{1,18}"))
                .map(name -> name.substring("reason-".length()))
                .map(id -> new Grading(
                        Long.parseLong(id),
                        grade(request.getParameter("grade-" + id)),
                        String.valueOf(request.getParameter("reason-" + id))))
                .toList();
    }

    private static @Nullable CommitmentGrade grade(@Nullable String word) {
        return Arrays.stream(CommitmentGrade.values())
                .filter(grade -> grade.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    static Map<Long, Grading> byId(List<Grading> gradings) {
        var byId = new LinkedHashMap<Long, Grading>();
        gradings.forEach(one -> byId.put(one.commitmentId(), one));
        return byId;
    }
}
