package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.PledgeChange;
import vn.camket.pledge.PledgeDraft;
import vn.camket.pledge.PledgePaper;
import vn.camket.pledge.PledgeText;
import vn.camket.pledge.PledgeWriting;
import vn.camket.pledge.WrittenPledge;

/** One template: the draft in a form, or a published number as paper, with its history. Keeps no state. */
@Named
@RequestScoped
public class PledgeTextView {
    private static final String PAGE = "/pledge/write/text.xhtml?faces-redirect=true&template=";
    private static final String LIST = "/pledge/write/texts.xhtml?faces-redirect=true";

    /**
     * A clause in the form.
     *
     * @param first whether it is the first of its audience; {@code last} alike
     */
    public record Row(StepAudience audience, int number, String wording, boolean first, boolean last) {}

    @Inject
    PledgeWriting writing;

    @Inject
    HttpServletRequest request;

    private @Nullable Long templateId;
    private @Nullable Integer number;
    private @Nullable String audience;
    private @Nullable WrittenPledge written;
    private @Nullable PledgeDraft typed;

    /** Shows the template, or does what a form asks. @return the page again after an act */
    public @Nullable String open() {
        if (templateId == null) {
            throw new NotFound();
        }
        if ("POST".equals(request.getMethod())) {
            try {
                return act(templateId);
            } catch (Refusal refusal) {
                typed = parameter("title") == null ? null : draft();
                Notices.refused(refusal, field(refusal));
            }
        }
        written = writing.template(templateId);
        return null;
    }

    /** Refusals of one field name it first. */
    private static @Nullable String field(Refusal refusal) {
        return refusal.details().stream()
                .findFirst()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse(null);
    }

    private @Nullable String act(long template) {
        var act = Optional.ofNullable(parameter("act")).orElse("");
        switch (act) {
            case "edit" -> writing.edit(template);
            case "copy" -> {
                var copy = writing.copy(template);
                Notices.done("pledge.write.copied");
                return PAGE + copy;
            }
            case "discard" -> {
                var stays = writing.discard(template, seen());
                Notices.done("pledge.write.discarded");
                return stays ? PAGE + template : LIST;
            }
            case "publish" -> {
                writing.publish(
                        template,
                        seen(),
                        change(),
                        Optional.ofNullable(parameter("note")).orElse(""),
                        parameter("again") != null);
                Notices.done("pledge.write.published");
            }
            case "save" -> {
                writing.save(template, seen(), draft());
                Notices.done("pledge.write.saved");
            }
            default -> {
                writing.save(template, seen(), moved(act));
                return PAGE + template;
            }
        }
        return PAGE + template;
    }

    /** The draft as typed, after putting one clause up or down: up-LEADERS-2. */
    private PledgeDraft moved(String act) {
        var parts = act.split("-");
        if (parts.length != 3 || !parts[2].matches("[0-9]{1,2}")) {
            throw new NotFound();
        }
        var asked = Arrays.stream(StepAudience.values())
                .filter(one -> one.name().equals(parts[1]))
                .findFirst()
                .orElseThrow(NotFound::new);
        var draft = draft();
        var own = new ArrayList<>(draft.clauses().stream()
                .filter(clause -> clause.audience() == asked)
                .toList());
        var from = Integer.parseInt(parts[2]) - 1;
        var to = from + (parts[0].equals("up") ? -1 : 1);
        if (Math.min(from, to) >= 0 && Math.max(from, to) < own.size()) {
            Collections.swap(own, from, to);
        }
        var all = Stream.concat(draft.clauses().stream().filter(clause -> clause.audience() != asked), own.stream())
                .toList();
        return new PledgeDraft(
                draft.title(),
                draft.titleEn(),
                draft.subject(),
                draft.opening(),
                all,
                draft.closing(),
                draft.consent());
    }

    private PledgeDraft draft() {
        var clauses = new ArrayList<PledgeDraft.Clause>();
        for (var one : StepAudience.values()) {
            var wordings = request.getParameterValues("clause-" + one.name());
            for (var wording : wordings == null ? new String[0] : wordings) {
                clauses.add(new PledgeDraft.Clause(one, wording));
            }
        }
        return new PledgeDraft(
                words("title"),
                words("titleEn"),
                words("subject"),
                words("opening"),
                clauses,
                words("closing"),
                words("consent"));
    }

    private String words(String field) {
        return Optional.ofNullable(parameter(field)).orElse("");
    }

    private @Nullable PledgeChange change() {
        return Arrays.stream(PledgeChange.values())
                .filter(one -> one.name().equals(parameter("change")))
                .findFirst()
                .orElse(null);
    }

    private int seen() {
        return Optional.ofNullable(parameter("seen"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(NotFound::new);
    }

    private @Nullable String parameter(String name) {
        return request.getParameter(name);
    }

    /** Words in the form: as typed where they were refused, otherwise as stored. */
    public PledgeDraft getDraft() {
        return typed != null ? typed : getShown().asDraft();
    }

    /** Clauses of the form for one audience, and one empty row to add another. */
    public List<Row> clauses(StepAudience asked) {
        var own = getDraft().clauses().stream()
                .filter(clause -> clause.audience() == asked)
                .toList();
        var rows = new ArrayList<Row>();
        for (var index = 0; index < own.size(); index++) {
            rows.add(new Row(asked, index + 1, own.get(index).wording(), index == 0, index == own.size() - 1));
        }
        rows.add(new Row(asked, own.size() + 1, "", true, true));
        return rows;
    }

    public List<StepAudience> getAudiences() {
        return List.of(StepAudience.values());
    }

    public List<PledgeChange> getChanges() {
        return List.of(PledgeChange.values());
    }

    /** The number that is asked for, or else the newest. */
    public PledgeText getShown() {
        return getWritten().texts().stream()
                .filter(text -> number == null || text.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Whether the page is the form of the draft. */
    public boolean isWriting() {
        return getWritten().editable() && getShown().publishedAt().isEmpty() && audience == null;
    }

    /** How the shown number looks on paper for an invented signer of the chosen audience. */
    public PledgePaper getPaper() {
        return writing.sample(getShown(), getPreview());
    }

    public StepAudience getPreview() {
        return Arrays.stream(StepAudience.values())
                .filter(one -> one.name().equals(audience))
                .findFirst()
                .orElse(StepAudience.ALL);
    }

    public WrittenPledge getWritten() {
        return Optional.ofNullable(written).orElseThrow(NotFound::new);
    }

    public @Nullable Long getTemplateId() {
        return templateId;
    }

    public void setTemplateId(@Nullable Long templateId) {
        this.templateId = templateId;
    }

    public @Nullable Integer getNumber() {
        return number;
    }

    public void setNumber(@Nullable Integer number) {
        this.number = number;
    }

    public @Nullable String getAudience() {
        return audience;
    }

    public void setAudience(@Nullable String audience) {
        this.audience = audience;
    }
}
