package io.genjin.pdi;

/** One thing to be looked at on every car before delivery (3.7). What a model does not have is marked as not applicable. */
public enum PdiItem {
    PAINT(PdiGroup.BODY),
    PANEL_GAPS(PdiGroup.BODY),
    GLASS(PdiGroup.BODY),
    TYRES(PdiGroup.BODY),
    TYRE_PRESSURE(PdiGroup.BODY),
    WHEEL_BOLTS(PdiGroup.BODY),

    ENGINE_OIL(PdiGroup.ENGINE_BAY),
    COOLANT(PdiGroup.ENGINE_BAY),
    BRAKE_FLUID(PdiGroup.ENGINE_BAY),
    WASHER_FLUID(PdiGroup.ENGINE_BAY),
    BATTERY(PdiGroup.ENGINE_BAY),
    HOSES_AND_WIRING(PdiGroup.ENGINE_BAY),

    SEATS_AND_TRIM(PdiGroup.INTERIOR),
    SEAT_BELTS(PdiGroup.INTERIOR),
    AIR_CONDITIONING(PdiGroup.INTERIOR),
    INFOTAINMENT(PdiGroup.INTERIOR),
    WINDOWS_AND_LOCKS(PdiGroup.INTERIOR),
    KEYS(PdiGroup.INTERIOR),

    COLD_START(PdiGroup.RUNNING),
    IDLING(PdiGroup.RUNNING),
    WARNING_LAMPS(PdiGroup.RUNNING),
    LIGHTS(PdiGroup.RUNNING),
    WIPERS_AND_HORN(PdiGroup.RUNNING),
    FAULT_MEMORY(PdiGroup.RUNNING),

    LEAKS(PdiGroup.CHASSIS),
    BRAKE_LINES(PdiGroup.CHASSIS),
    SUSPENSION(PdiGroup.CHASSIS),
    UNDERBODY(PdiGroup.CHASSIS),

    BRAKES(PdiGroup.ROAD_TEST),
    STEERING(PdiGroup.ROAD_TEST),
    GEARBOX(PdiGroup.ROAD_TEST),
    NOISES(PdiGroup.ROAD_TEST),

    JACK_AND_TOOLS(PdiGroup.TOOLS),
    SPARE_WHEEL(PdiGroup.TOOLS),
    WARNING_TRIANGLE(PdiGroup.TOOLS),

    TRANSPORT_MODE_OFF(PdiGroup.TRANSPORT_MODE),
    PROTECTION_REMOVED(PdiGroup.TRANSPORT_MODE),
    CLOCK_SET(PdiGroup.TRANSPORT_MODE);

    private final PdiGroup group;

    PdiItem(PdiGroup group) {
        this.group = group;
    }

    public PdiGroup group() {
        return group;
    }
}
