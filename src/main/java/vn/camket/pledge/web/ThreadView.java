package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.RatingRound;
import vn.camket.identity.web.Reader;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.DayConverter;
import vn.camket.platform.web.Format;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.CommitmentGrade;
import vn.camket.pledge.EntryDraft;
import vn.camket.pledge.Grading;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeThread;
import vn.camket.pledge.SelfGrade;
import vn.camket.pledge.ThreadKeeping;
import vn.camket.pledge.ThreadLine;
import vn.camket.pledge.ThreadNote;

/** How the reader keeps the commitments of a pledge: entries and self-ratings. Keeps no state: plain forms carry all. */
@Named
@RequestScoped
public class ThreadView {
    private static final Map<String, String> DONE = Map.of(
            "add", "pledge.thread.added",
            "correct", "pledge.thread.corrected",
            "take-back", "pledge.thread.taken-back",
            "rate", "pledge.thread.rated");

    @Inject
    ThreadKeeping keeping;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable String code;
    private @Nullable Long line;
    private @Nullable Long entry;
    private @Nullable PledgeThread thread;
    private Map<Long, Grading> typedGrades = new HashMap<>();
    private @Nullable String typedDay;
    private @Nullable String typedNote;

    public void open() throws IOException {
        if (code == null) {
            throw new NotFound();
        }
        var request = (HttpServletRequest) external.getRequest();
        if ("POST".equals(request.getMethod())) {
            FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
            act(code, request);
        } else {
            thread = keeping.open(code);
        }
    }

    private void act(String asked, HttpServletRequest request) throws IOException {
        var act = DONE.containsKey(request.getParameter("act")) ? request.getParameter("act") : "";
        var gradings = PostedGrades.of(request);
        typedDay = request.getParameter("day");
        typedNote = request.getParameter("note");
        typedGrades = PostedGrades.byId(gradings);
        try {
            act(asked, act, orEmpty(request.getParameter("key")), gradings, request);
            Notices.done(DONE.getOrDefault(act, "pledge.thread.added"));
            external.redirect(external.getRequestContextPath() + "/pledge/thread.xhtml?code="
                    + LookupCode.typed(asked).orElseThrow(NotFound::new).value());
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refusal refusal) {
            Notices.refused(refusal, ThreadFields.of(refusal));
            thread = keeping.open(asked);
        }
    }

    private void act(String asked, String act, String key, List<Grading> gradings, HttpServletRequest request) {
        var draft = new EntryDraft(DayConverter.read(orEmpty(typedDay)).orElse(null), orEmpty(typedNote));
        switch (act) {
            case "add" -> keeping.add(asked, given(line), key, draft);
            case "correct" -> keeping.correct(asked, given(entry), key, draft);
            case "take-back" -> keeping.takeBack(asked, given(entry), key);
            case "rate" ->
                keeping.rate(
                        asked,
                        round(request.getParameter("round")),
                        number(request.getParameter("seen")),
                        key,
                        gradings);
            default -> throw new NotFound();
        }
    }

    private static RatingRound round(@Nullable String word) {
        return Arrays.stream(RatingRound.values())
                .filter(round -> round.name().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static int number(@Nullable String typed) {
        if (typed == null || !typed.matches("[0-9]{1,9}")) {
            throw new NotFound();
        }
        return Integer.parseInt(typed);
    }

    private static long given(@Nullable Long id) {
        if (id == null) {
            throw new NotFound();
        }
        return id;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public PledgeThread getThread() {
        if (thread == null) {
            throw new NotFound();
        }
        return thread;
    }

    /** Stands in each form, so that it is written once however often it is sent. */
    public String getFreshKey() {
        return LookupCode.random().value();
    }

    /** Whether the form for a new entry of this commitment is open. */
    public boolean isAdding(ThreadLine one) {
        return entry == null && line != null && line == one.id() && getThread().isOpen();
    }

    /** Whether this entry is being corrected. */
    public boolean isCorrecting(ThreadNote one) {
        return entry != null && entry == one.id() && getThread().isOpen();
    }

    /** What stands in the field for the day: what was typed, or today for a new entry. */
    public String getDay() {
        return typedDay != null ? typedDay : Format.day(getThread().today());
    }

    public String getNote() {
        return orEmpty(typedNote);
    }

    public String dayOf(ThreadNote one) {
        return typedDay != null ? typedDay : Format.day(one.entry().doneOn());
    }

    public String noteOf(ThreadNote one) {
        return typedNote != null ? typedNote : one.entry().note();
    }

    public CommitmentGrade[] getGrades() {
        return CommitmentGrade.values();
    }

    /** Whether this grade is chosen in the form of the self-rating. */
    public boolean chosen(ThreadLine one, CommitmentGrade grade) {
        var typed = typedGrades.get(one.id());
        return typed != null
                ? typed.grade() == grade
                : held(one).filter(found -> found.grade() == grade).isPresent();
    }

    /** The reason in the form of the self-rating. */
    public String reason(ThreadLine one) {
        var typed = typedGrades.get(one.id());
        return typed != null
                ? typed.reason()
                : held(one).flatMap(SelfGrade::reason).orElse("");
    }

    private Optional<SelfGrade> held(ThreadLine one) {
        return getThread().round() == RatingRound.MID_YEAR ? one.midYear() : one.yearEnd();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable Long getLine() {
        return line;
    }

    public void setLine(@Nullable Long line) {
        this.line = line;
    }

    public @Nullable Long getEntry() {
        return entry;
    }

    public void setEntry(@Nullable Long entry) {
        this.entry = entry;
    }
}
