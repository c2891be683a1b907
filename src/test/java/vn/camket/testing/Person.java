package vn.camket.testing;

/** The accounts of the demonstration start. */
public enum Person {
    LEARNER("moi"),
    HEAD("thutruong"),
    PROVINCE("tinh"),
    TRAINER("bientap"),
    CAMPAIGN_ADMINISTRATOR("dieuphoi"),
    SYSTEM_ADMINISTRATOR("quantri");

    private final String userName;

    Person(String userName) {
        this.userName = userName;
    }

    public String userName() {
        return userName;
    }

    public String password() {
        return "camket-minh-hoa";
    }
}
