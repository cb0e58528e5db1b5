package io.genjin.staff;

/** A duty that a person of the dealership holds (domain 1.9, 5); one person may hold several. */
public enum Role {
    SALES_CONSULTANT,
    SHOWROOM_MANAGER,
    SALES_MANAGER,
    CUSTOMER_ADMINISTRATOR,
    /** The designated person (专人) for leads from HQ. */
    HQ_LEAD_RESPONSIBLE,
    RECEPTIONIST,
    TEST_DRIVE_SPECIALIST,
    /** Takes and books the customers' money (2.8). */
    CASHIER,
    /** Inspects a car before it is handed over (交车前检查, 2.9). */
    PDI_TECHNICIAN,
    CUSTOMER_RELATIONS,
    GENERAL_MANAGER,
    HQ,
    SYSTEM_ADMINISTRATOR
}
