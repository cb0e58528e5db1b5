package io.genjin.bench;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who works during the benchmark.
 *
 * @param customers the customers followed at the moment
 * @param lastFours the last four digits of their numbers
 */
record Actor(
        String username,
        String password,
        int dealership,
        UUID id,
        String token,
        List<UUID> customers,
        List<String> lastFours) {}
