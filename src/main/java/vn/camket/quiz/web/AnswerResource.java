package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.quiz.QuizTaking;

/** Saves one answer, whatever page sent it. */
@Path("quiz")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AnswerResource {
    /** What a page sends; response holds the numbers of the chosen options as shown. */
    public static class Answer {
        public @Nullable Long attempt;
        public @Nullable Integer slot;
        public @Nullable List<@Nullable Integer> response;
        public @Nullable Long sequence;
    }

    @Inject
    QuizTaking taking;

    /**
     * @return savedAt (instant), answered (questions with an answer), sequence (the one that counts)
     */
    @POST
    @Path("answer")
    public Map<String, Object> answer(@Nullable Answer answer) {
        if (answer == null
                || answer.attempt == null
                || answer.slot == null
                || answer.response == null
                || answer.response.contains(null)
                || answer.sequence == null) {
            throw new BadRequestException();
        }
        var saved = taking.answer(answer.attempt, answer.slot, answer.response, answer.sequence);
        return Map.of(
                "savedAt", saved.savedAt().toString(), "answered", saved.answered(), "sequence", saved.sequence());
    }
}
