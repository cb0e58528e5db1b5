package io.genjin.picture;

/** What a photograph is kept for, and with it whether it says something about a person. */
public enum Purpose {
    /** A car of the catalogue: everybody in the house may see it. */
    CATALOGUE(false),
    /** A driving licence before a test drive. */
    LICENCE(true),
    /** Damage to a car. */
    DAMAGE(true),
    /** The customer with the new car. */
    DELIVERY(true);

    private final boolean personal;

    Purpose(boolean personal) {
        this.personal = personal;
    }

    /** Personal ones are stored sealed and are never left in a browser. */
    public boolean isPersonal() {
        return personal;
    }
}
