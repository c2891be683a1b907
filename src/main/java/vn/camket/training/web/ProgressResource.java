package vn.camket.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.training.Studying;

/** Keeps a reader's place in a lesson. */
@Path("training/progress")
@RequestScoped
public class ProgressResource {
    /** What the page sends. */
    public static class Place {
        public @Nullable Long study;
        public @Nullable Long lesson;
        public long sequence;
        public int position;
        public int seconds;
    }

    @Inject
    Studying studying;

    /** @return the highest sequence stored and when: later than the one sent when that was an older save */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> keep(@Nullable Place place) {
        if (place == null || place.study == null || place.lesson == null || place.sequence <= 0) {
            throw new BadRequestException();
        }
        var saved = studying.keep(place.study, place.lesson, place.sequence, place.position, place.seconds);
        return Map.of("sequence", saved.sequence(), "savedAt", saved.savedAt().toString());
    }
}
