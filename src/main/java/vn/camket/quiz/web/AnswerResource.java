package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import vn.camket.quiz.QuizTaking;

/** Saves one answer, whatever page sent it. */
@Path("quiz")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AnswerResource {
    @Inject
    QuizTaking taking;

    /**
     * @param answer attempt, slot, response (numbers of the chosen options as shown), sequence
     * @return savedAt (instant), answered (questions with an answer), sequence (the one that counts)
     */
    @POST
    @Path("answer")
    public Map<String, Object> answer(JsonObject answer) {
        var saved = taking.answer(
                number(answer, "attempt"),
                (int) number(answer, "slot"),
                response(answer).getValuesAs(JsonNumber::intValue),
                number(answer, "sequence"));
        return Map.of(
                "savedAt", saved.savedAt().toString(), "answered", saved.answered(), "sequence", saved.sequence());
    }

    private static long number(JsonObject answer, String name) {
        if (answer.get(name) instanceof JsonNumber number) {
            return number.longValue();
        }
        throw new BadRequestException(name);
    }

    private static JsonArray response(JsonObject answer) {
        if (answer.get("response") instanceof JsonArray array
                && array.stream().allMatch(JsonNumber.class::isInstance)) {
            return array;
        }
        throw new BadRequestException("response");
    }
}
