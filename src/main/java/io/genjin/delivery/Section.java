package io.genjin.delivery;

/** A part of the handover that is gone through and kept by itself, in the order of the walk round the car. */
public enum Section {
    CAR,
    DOCUMENTS,
    EXPLANATIONS,
    HANDOVER
}
