package io.genjin.bench;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who works during the benchmark.
 *
 * @param customers the customers followed at the moment
 */
record Actor(String username, int dealership, UUID id, String token, List<UUID> customers) {}
