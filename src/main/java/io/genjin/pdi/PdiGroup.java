package io.genjin.pdi;

import java.util.Arrays;
import java.util.List;

/** What is looked at together, in the order in which a technician walks round a car (3.7). */
public enum PdiGroup {
    BODY,
    ENGINE_BAY,
    INTERIOR,
    RUNNING,
    CHASSIS,
    ROAD_TEST,
    TOOLS,
    TRANSPORT_MODE;

    public List<PdiItem> items() {
        return Arrays.stream(PdiItem.values())
                .filter(item -> item.group() == this)
                .toList();
    }
}
