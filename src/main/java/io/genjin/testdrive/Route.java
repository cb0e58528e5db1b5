package io.genjin.testdrive;

import org.jspecify.annotations.Nullable;

/**
 * A fixed route (试驾路线) that customers drive.
 *
 * @param minutes how long it takes, with the change of seats at a safe place
 */
public record Route(RouteId id, String name, @Nullable String description, int metres, int minutes, boolean retired) {}
