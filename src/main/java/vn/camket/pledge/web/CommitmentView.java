package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.organization.PersonClass;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.CommitmentDraft;
import vn.camket.pledge.CommitmentLibrary;
import vn.camket.pledge.CommitmentSource;
import vn.camket.pledge.PledgeRefusal;

/** One commitment of the library, or a new one. Keeps no state. */
@Named
@RequestScoped
public class CommitmentView {
    private static final String PAGE = "/pledge/write/commitment.xhtml?faces-redirect=true&source=";

    @Inject
    CommitmentLibrary library;

    @Inject
    HttpServletRequest request;

    private @Nullable Long sourceId;
    private @Nullable CommitmentSource source;
    private @Nullable CommitmentDraft typed;

    /** Shows it, or does what a form asks. @return the page again after an act */
    public @Nullable String open() {
        if ("POST".equals(request.getMethod())) {
            try {
                return act();
            } catch (Refusal refusal) {
                typed = request.getParameter("wording") == null || refusal.reason() == PledgeRefusal.COMMITMENT_CHANGED
                        ? null
                        : sent();
                Notices.refused(
                        refusal,
                        refusal.details().isEmpty()
                                ? null
                                : String.valueOf(refusal.details().get(0)));
            }
        }
        source = sourceId == null ? null : library.source(sourceId);
        return null;
    }

    private String act() {
        if (sourceId == null) {
            var added = library.add(sent());
            Notices.done("pledge.library.added");
            return PAGE + added;
        }
        switch (Optional.ofNullable(request.getParameter("act")).orElse("")) {
            case "set-aside" -> library.setActive(sourceId, seen(), false);
            case "resume" -> library.setActive(sourceId, seen(), true);
            default -> library.save(sourceId, seen(), sent());
        }
        Notices.done("pledge.library.saved");
        return PAGE + sourceId;
    }

    private CommitmentDraft sent() {
        return new CommitmentDraft(
                words("wording"),
                constants(StepAudience.values(), words("audience")).findFirst().orElse(StepAudience.ALL),
                Stream.ofNullable(request.getParameterValues("classes"))
                        .flatMap(Arrays::stream)
                        .flatMap(name -> constants(PersonClass.values(), name))
                        .collect(Collectors.toSet()),
                words("positions"));
    }

    private static <E extends Enum<E>> Stream<E> constants(E[] values, String name) {
        return Arrays.stream(values).filter(one -> one.name().equals(name));
    }

    private String words(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }

    private int seen() {
        return Optional.of(words("seen"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(NotFound::new);
    }

    public @Nullable CommitmentSource getSource() {
        return source;
    }

    /** Whether the caller may change it; a new one is the caller's own. */
    public boolean isEditable() {
        return source == null || library.isKept(source);
    }

    /** Words in the form: as typed where they were refused, otherwise as stored. */
    public CommitmentDraft getDraft() {
        if (typed != null) {
            return typed;
        }
        return source == null ? library.blank() : library.draft(source);
    }

    public List<StepAudience> getAudiences() {
        return List.of(StepAudience.values());
    }

    public List<PersonClass> getClasses() {
        return List.of(PersonClass.values());
    }

    public @Nullable Long getSourceId() {
        return sourceId;
    }

    public void setSourceId(@Nullable Long sourceId) {
        this.sourceId = sourceId;
    }
}
