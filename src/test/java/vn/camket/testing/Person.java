package vn.camket.testing;

/** The accounts of the demonstration start. */
public enum Person {
    /** In the middle of the second module. */
    LEARNER("hocvien"),
    /** Has done nothing yet; kept for the journey through everything. */
    NEWCOMER("moi"),
    /** Has studied and passed everything; only the pledge is left. */
    SIGNER("kyket"),
    /** Head of a department with divisions below. */
    HEAD("giamdoc"),
    COMMUNE_HEAD("chutichxa"),
    PROVINCE_HEAD("chutich"),
    SUPERVISOR("giamsat"),
    TRAINER("biensoan"),
    /** Also head of a division. */
    CAMPAIGN_ADMINISTRATOR("cuocvandong"),
    SYSTEM_ADMINISTRATOR("quantri");

    private final String userName;

    Person(String userName) {
        this.userName = userName;
    }

    public String userName() {
        return userName;
    }

    public String password() {
        return "lai-chau-2026";
    }
}
