package io.genjin.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The door to the database as a whole, for keeping all of it and bringing it back. */
@Component
@EnableConfigurationProperties(DatabaseSettings.class)
public class OwnerDoor {

    private final DatabaseSettings settings;

    OwnerDoor(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens the database that is there, whether or not a running Genjin works with it.
     *
     * @throws StartRefused when there is none, or it cannot be used
     */
    public OpenDatabase besideARunningGenjin() {
        return OpenDatabase.open(settings.beside(true));
    }

    /**
     * Opens the database for oneself, and makes it when there is none.
     *
     * @throws StartRefused when another Genjin works with it, or it cannot be used
     */
    public OpenDatabase alone() {
        return OpenDatabase.open(settings.beside(false));
    }
}
