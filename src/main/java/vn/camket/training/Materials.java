package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** Materials as files for those who may see them. */
@ApplicationScoped
@Transactional
public class Materials {
    /** A material with the file that holds its bytes. */
    public record Opened(Material material, Path file) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    MaterialStore store;

    @Inject
    WritableModules modules;

    @Inject
    Caller caller;

    /**
     * The material, for a trainer who uploaded it or may write a module that shows it, and for a person enrolled in an
     * opened campaign whose modules show it.
     *
     * @return empty when there is none or it is none of the caller's business
     */
    public Optional<Opened> open(long id) {
        var material = entities.find(Material.class, id);
        if (material == null || !(isTrainers(material) || isLearners(material))) {
            return Optional.empty();
        }
        return Optional.of(new Opened(material, store.place(material.sha256())))
                .filter(opened -> Files.isReadable(opened.file()));
    }

    private boolean isTrainers(Material material) {
        return caller.may(Permission.WRITE_MODULES)
                && (material.uploadedBy().filter(by -> by == caller.accountId()).isPresent()
                        || modules.show(material.id()));
    }

    private boolean isLearners(Material material) {
        return caller.employeeId().isPresent()
                && !entities.createQuery(
                                """
                                select l.id from Lesson l join l.moduleVersion v, Step s, Enrolment e
                                where v.publishedAt is not null and s.subjectId = v.module.id
                                  and s.kind = vn.camket.campaign.StepKind.MODULE
                                  and s.campaign = e.campaign and e.campaign.openedAt is not null
                                  and e.employee.id = :employee
                                  and e.state <> vn.camket.campaign.Enrolment.State.WITHDRAWN
                                  and (s.audience = vn.camket.campaign.StepAudience.ALL
                                    or (s.audience = vn.camket.campaign.StepAudience.LEADERS and e.leader = true)
                                    or (s.audience = vn.camket.campaign.StepAudience.POLICY_MAKERS
                                      and e.policyMaker = true))
                                  and (l.material.id = :material or l.body like :image)
                                """,
                                Long.class)
                        .setParameter("employee", caller.employeeId().get())
                        .setParameter("material", material.id())
                        .setParameter("image", "%\"/material/" + material.id() + "/%")
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }
}
