package vn.camket.organization;

/** cán bộ, công chức, viên chức, người lao động (Law on Cadres and Civil Servants 2025, Law on Public Employees 2025). */
public enum PersonClass {
    CADRE,
    CIVIL_SERVANT,
    PUBLIC_EMPLOYEE,
    CONTRACT_WORKER
}
