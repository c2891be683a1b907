package vn.camket.identity;

import java.util.EnumSet;
import java.util.Set;
import vn.camket.platform.access.Permission;

/** What a person is to the campaign. HEAD comes from a headship, LEARNER from being an employee; the others are granted. */
public enum Role {
    LEARNER(EnumSet.of(Permission.TAKE_PART)),
    HEAD(EnumSet.of(Permission.SEE_COMPLETION, Permission.CONFIRM_PLEDGES)),
    SUPERVISOR(EnumSet.of(Permission.SEE_COMPLETION)),
    TRAINER(EnumSet.of(Permission.WRITE_MODULES)),
    CAMPAIGN_ADMINISTRATOR(EnumSet.of(Permission.PLAN_CAMPAIGNS, Permission.SEE_COMPLETION)),
    SYSTEM_ADMINISTRATOR(
            EnumSet.of(Permission.MANAGE_ORGANIZATION, Permission.MANAGE_ACCOUNTS, Permission.KEEP_LEDGER));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean gives(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether an administrator can grant it; the other two come from posts. */
    public boolean isGrantable() {
        return this != LEARNER && this != HEAD;
    }
}
